package dev.assay.streams.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.detectors.Assessment;
import dev.assay.detectors.attack.SeededAttack;
import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.detect.Detectors;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.evaluate.AttackReport;
import dev.assay.detectors.evaluate.DetectorReport;
import dev.assay.detectors.evaluate.Dimension;
import dev.assay.detectors.evaluate.Evaluation;
import dev.assay.detectors.evaluate.EvaluationReport;
import dev.assay.detectors.evaluate.EvaluationSettings;
import dev.assay.detectors.evaluate.ScoredLabel;
import dev.assay.detectors.evaluate.WhiteSpaceSeparation;
import dev.assay.streams.judge.Judge;
import dev.assay.streams.judge.Judges;
import dev.assay.streams.judge.ScoringSettings;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures detectors on labelled texts. */
@Command(
        name = "evaluate",
        description = {
            "Measure how well detectors tell machine texts from human ones, with intervals over documents.",
            "Files: JSON lines {\"text\", \"label\"}, {\"original\": […], \"sampled\": […]}, or a list of",
            "{\"original_text\", \"ai_generated_text\"}. White space is collapsed before anything is scored.",
            "With --by each detector's groups are listed; a generator's machine texts are measured against all human texts",
            "of the domains that it wrote in.",
            "With --attack the machine texts are measured once more under each attack; assay attack --help lists them."
        },
        footer = {
            "",
            "Examples:",
            "  assay evaluate xsum_gpt-4.raw_data.json --domain news",
            "  assay evaluate labelled.jsonl --half all --detectors bits-per-byte,fast-detect-gpt --output json",
            "  assay evaluate labelled.jsonl --by domain,generator --plots pictures",
            "  assay evaluate xsum_gpt-4.raw_data.json --attack misspelling,homoglyphs --seed 7"
        })
final class EvaluateCommand implements Runnable {
    private final Surroundings here;
    private final Judges judges;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of labelled texts.")
    List<Path> files;

    @Option(
            names = "--half",
            description =
                    "${COMPLETION-CANDIDATES}: which documents; default: test where a calibration is in force, else all.")
    LabelledFiles.Part half;

    @Option(names = "--domain", paramLabel = "D", description = "Kind of text where a text does not say.")
    String domain;

    @Option(
            names = "--by",
            paramLabel = "GROUP[,GROUP…]",
            split = ",",
            description =
                    "Groups to report for each detector: ${COMPLETION-CANDIDATES}; default: domain,length,language of the deciding.")
    List<Dimension> by;

    @Option(names = "--output", description = "${COMPLETION-CANDIDATES}; default: table.")
    ScoreOutput.Kind output = ScoreOutput.Kind.TABLE;

    @Option(
            names = "--attack",
            paramLabel = "NAME[,NAME…]",
            split = ",",
            description = "Attacks on the machine texts, comma separated; default: none.")
    List<String> attacks = List.of();

    @Mixin
    final PlotOptions plots = new PlotOptions();

    @Mixin
    final AttackOptions attacking = new AttackOptions();

    @Mixin
    final TextJudges.Options unseen = new TextJudges.Options();

    @Mixin
    final ScoringOptions scoring = new ScoringOptions();

    @Mixin
    final SettingsOptions options;

    EvaluateCommand(Surroundings here, Judges judges) {
        this.here = here;
        this.judges = judges;
        this.options = new SettingsOptions(here);
    }

    @Override
    public void run() {
        Settings settings = scoring.over(options.read());
        List<LabelledText> labelled = labelled();
        List<SeededAttack> seeded = attacking.named(attacks, settings, here::progress);
        try (TextJudges judging = unseen.open(judges, settings, here::progress)) {
            Judge judge = judging.whole();
            LabelledFiles.Part part = half == null ? LabelledFiles.fairHalf(judge) : half;
            List<LabelledText> texts = LabelledFiles.of(labelled, part);
            if (texts.isEmpty()) {
                throw new CommandFailure("no labelled text in half " + part + " of " + files + "; try --half all.");
            }
            here.progress("half " + part + ": " + texts.size() + " of " + labelled.size() + " labelled texts");
            long seen = judging.seen(texts);
            if (seen > 0) {
                here.progress(
                        seen + " of " + texts.size() + " texts are of documents that the fit "
                                + judge.settings().fit()
                                + " was made from: figures of assay-1, probe and lexical flatter; give other texts, or --cross-fitted");
            }
            EvaluationReport report = report(settings, judging, texts, seeded);
            if (output == ScoreOutput.Kind.JSON) {
                ObjectNode json =
                        ReportJson.object().put("half", part.toString()).put("seen", seen);
                ReportJson.print(here.out(), json.setAll(ReportJson.of(report)));
            } else {
                EvaluationTable.print(here.out(), part, report, by != null);
            }
        }
    }

    private List<LabelledText> labelled() {
        try {
            return LabelledFiles.labelled(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> detectors(Settings settings, Judge judge) {
        return judge.settings().detectors().stream()
                .filter(name -> settings.isGiven(SettingTable.DETECTORS)
                        || Detectors.named(name).question() == Question.MACHINE)
                .toList();
    }

    private EvaluationReport report(
            Settings settings, TextJudges judging, List<LabelledText> texts, List<SeededAttack> seeded) {
        EvaluationSettings usual = EvaluationSettings.at(settings.get(SettingTable.TARGET_FPR));
        EvaluationSettings how = by == null ? usual : usual.groupedBy(by);
        List<String> names = detectors(settings, judging.whole());
        plots.check(names);
        AssessedTexts assessing = new AssessedTexts(here, judging::of, domain);
        int workers = ScoringSettings.workers(settings);
        Map<LabelledText, Optional<Assessment>> assessed = assessing.all(texts, workers);
        List<DetectorReport> reports = new ArrayList<>();
        for (String name : names) {
            List<ScoredLabel> scored = LabelledScores.of(name, assessed);
            reports.add(Evaluation.of(name, scored, how));
            plots.write(name, scored);
        }
        List<AttackReport> attacked = new ArrayList<>();
        for (SeededAttack attack : seeded) {
            here.progress("attack " + attack.attack().name());
            AttackedTexts changed = AttackedTexts.of(texts, attack);
            Map<LabelledText, Optional<Assessment>> under = assessing.all(changed.machines(), workers);
            assessed.forEach((text, clean) -> {
                if (text.label() == Label.HUMAN) {
                    under.put(text, clean);
                }
            });
            reports.forEach(clean -> attacked.add(changed.report(
                    clean, Evaluation.of(clean.detector(), LabelledScores.of(clean.detector(), under), how))));
        }
        long documents = texts.stream().map(LabelledText::document).distinct().count();
        return new EvaluationReport(
                texts.size(), (int) documents, how, WhiteSpaceSeparation.of(texts), reports, attacked);
    }
}
