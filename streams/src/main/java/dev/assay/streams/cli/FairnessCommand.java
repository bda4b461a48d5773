package dev.assay.streams.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.evaluate.Dimension;
import dev.assay.detectors.evaluate.Fairness;
import dev.assay.detectors.evaluate.FairnessReport;
import dev.assay.detectors.evaluate.JudgedText;
import dev.assay.streams.judge.Judge;
import dev.assay.streams.judge.Judges;
import dev.assay.streams.judge.ScoringSettings;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures who is accused how often. */
@Command(
        name = "fairness",
        description = {
            "Count false alarms among human texts by the group of their writers, and name the groups that are flagged more",
            "often than stated. Files: JSON lines {\"text\", \"group\"}, and all that assay evaluate reads; texts labelled",
            "machine are passed over."
        },
        footer = {
            "",
            "Examples:",
            "  assay fairness essays.jsonl --by group --target-fpr 0.05",
            "  assay fairness human.jsonl --by language --output json"
        })
final class FairnessCommand implements Callable<Integer> {
    private final Surroundings here;
    private final Judges judges;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of human texts.")
    List<Path> files;

    @Option(
            names = "--by",
            paramLabel = "GROUP",
            description = "What the groups are of: group, domain, source, language or length; default: group.")
    Dimension by = Dimension.GROUP;

    @Option(
            names = "--half",
            description =
                    "${COMPLETION-CANDIDATES}: which documents; default: test where a calibration is in force, else all.")
    LabelledFiles.Part half;

    @Option(names = "--domain", paramLabel = "D", description = "Kind of text where a text does not say.")
    String domain;

    @Option(names = "--output", description = "${COMPLETION-CANDIDATES}; default: table.")
    ScoreOutput.Kind output = ScoreOutput.Kind.TABLE;

    @Mixin
    final ScoringOptions scoring = new ScoringOptions();

    @Mixin
    final SettingsOptions options;

    @Spec
    CommandSpec spec;

    FairnessCommand(Surroundings here, Judges judges) {
        this.here = here;
        this.judges = judges;
        this.options = new SettingsOptions(here);
    }

    @Override
    public Integer call() throws IOException {
        if (by == Dimension.GENERATOR) {
            throw new ParameterException(spec.commandLine(), "--by generator: people have none; give group or another");
        }
        Settings settings = scoring.over(options.read());
        List<LabelledText> humans = LabelledFiles.read(files).stream()
                .filter(text -> text.label() != Label.MACHINE)
                .toList();
        try (Judge judge = judges.open(settings, here::progress)) {
            LabelledFiles.Part part = half == null ? LabelledFiles.fairHalf(judge) : half;
            List<LabelledText> texts = LabelledFiles.of(humans, part);
            here.progress("half " + part + ": " + texts.size() + " of " + humans.size() + " human texts");
            FairnessReport report =
                    Fairness.of(by, judged(judge, texts, settings), settings.get(SettingTable.TARGET_FPR));
            if (!report.isDecided()) {
                throw new CommandFailure("of " + texts.size() + " human texts in half " + part
                        + " none was decided on; give others, --half all, or a --calibration that is for them.");
            }
            print(part, report);
        }
        return AssayCommand.DONE;
    }

    private List<JudgedText> judged(Judge judge, List<LabelledText> texts, Settings settings) {
        List<JudgedText> judged = new ArrayList<>();
        new AssessedTexts(here, judge, domain)
                .each(
                        texts,
                        ScoringSettings.workers(settings),
                        (text, assessment) -> assessment.ifPresent(found -> judged.add(new JudgedText(
                                text.document(),
                                LabelledScores.groups(text, found).getOrDefault(by, Dimension.UNKNOWN),
                                found.answers().get(Question.MACHINE).decision()))));
        return judged;
    }

    private void print(LabelledFiles.Part part, FairnessReport report) {
        if (output == ScoreOutput.Kind.JSON) {
            ObjectNode json = ReportJson.object().put("half", part.toString());
            json.setAll(ReportJson.of(report));
            json.put("caveat", FairnessTable.CAVEAT).put("next", FairnessTable.next(report));
            ReportJson.print(here.out(), json);
        } else {
            FairnessTable.print(here.out(), report);
        }
    }
}
