package dev.assay.streams.cli;

import dev.assay.detectors.TextInput;
import dev.assay.detectors.normalize.MalformedTextException;
import dev.assay.detectors.score.ModelFaultException;
import dev.assay.detectors.tokenize.TokenizationException;
import dev.assay.schemas.TextEvent;
import dev.assay.schemas.TimeRange;
import dev.assay.schemas.Verdict;
import dev.assay.streams.WallClock;
import dev.assay.streams.emit.VerdictMapper;
import dev.assay.streams.judge.Judge;
import dev.assay.streams.judge.Judges;
import dev.assay.streams.judge.ScoringSettings;
import dev.assay.streams.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges texts from files or standard input, without Kafka. */
@Command(
        name = "score",
        description = {
            "Judge texts, without Kafka: a file of plain text is one text, a file of JSON lines one a line.",
            "A line is {\"id\": …, \"text\": …}, optionally with source, language and domain.",
            "A line that is none becomes {\"line\": N, \"error\": …}; the rest is scored, and the exit code is 1."
        },
        footer = {
            "",
            "Examples:",
            "  assay score essay.txt",
            "  assay score --domain news --target-fpr 0.005 articles.jsonl",
            "  assay score --output json --detectors bits-per-byte,fast-detect-gpt a.txt b.txt",
            "  cat posts.jsonl | assay score --format jsonl --output json -"
        })
final class ScoreCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final Surroundings here;
    private final Judges judges;

    @Parameters(paramLabel = "FILE", description = "Files of texts; - or nothing: standard input.")
    List<String> files = new ArrayList<>();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: auto, by name and content.")
    InputFormat format = InputFormat.AUTO;

    @Option(names = "--output", description = "${COMPLETION-CANDIDATES}; default: table.")
    ScoreOutput.Kind output = ScoreOutput.Kind.TABLE;

    @Option(names = "--domain", paramLabel = "D", description = "Kind of text where a line does not say, such as news.")
    String domain;

    @Option(
            names = "--language",
            paramLabel = "L",
            description = "ISO 639-1 code where a line does not say; default: identified.")
    String language;

    @Mixin
    final ScoringOptions scoring = new ScoringOptions();

    @Mixin
    final SettingsOptions options;

    ScoreCommand(Surroundings here, Judges judges) {
        this.here = here;
        this.judges = judges;
        this.options = new SettingsOptions(here);
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = scoring.over(options.read());
        List<String> inputs = files.isEmpty() ? List.of(STANDARD_INPUT) : files;
        requireReadable(inputs);
        ScoreOutput printed = output.on(here.out(), inputs.size() > 1);
        try (Judge judge = judges.open(settings, here::progress);
                OrderedWork work = new OrderedWork(ScoringSettings.workers(settings))) {
            VerdictMapper mapper = new VerdictMapper(judge.provenance());
            for (String file : inputs) {
                try (InputStream in = open(file)) {
                    work.each(new InputTexts(file, in, format), entry -> judge(judge, mapper, entry), printed::print);
                }
            }
        }
        return printed.isClean() ? AssayCommand.DONE : AssayCommand.FAILED;
    }

    /** Before the model is made ready, which may take long. */
    private static void requireReadable(List<String> inputs) {
        for (String file : inputs) {
            if (!file.equals(STANDARD_INPUT) && !Files.isRegularFile(Path.of(file))) {
                throw new CommandFailure(file + ": no such file; check the path.");
            }
        }
    }

    private InputStream open(String file) throws IOException {
        return file.equals(STANDARD_INPUT) ? here.in() : Files.newInputStream(Path.of(file));
    }

    private ScoreOutput.Line judge(Judge judge, VerdictMapper mapper, InputEntry entry) {
        if (entry instanceof InputEntry.Bad bad) {
            return new ScoreOutput.Line(bad.place(), null, bad.error());
        }
        TextEvent event = filled(((InputEntry.Text) entry).event());
        try {
            TextInput input = new TextInput(event.getText(), event.getLanguage(), event.getDomain());
            Verdict verdict = mapper.verdict(event, judge.assess().apply(input), now());
            return new ScoreOutput.Line(entry.place(), verdict, null);
        } catch (MalformedTextException | TokenizationException | ModelFaultException e) {
            return new ScoreOutput.Line(entry.place(), null, e.getMessage());
        }
    }

    private TextEvent filled(TextEvent event) {
        if (event.getCreatedAt() == null || !TimeRange.holds(event.getCreatedAt())) {
            event.setCreatedAt(now());
        }
        if (event.getLanguage() == null) {
            event.setLanguage(language);
        }
        if (event.getDomain() == null) {
            event.setDomain(domain);
        }
        return event;
    }

    @WallClock
    private static Instant now() {
        return Instant.now();
    }
}
