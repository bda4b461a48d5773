package dev.assay.streams.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.detectors.Assessment;
import dev.assay.detectors.attack.SeededAttack;
import dev.assay.detectors.calibrate.LengthBucket;
import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.decide.Answer;
import dev.assay.detectors.detect.Detectors;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.detect.Score;
import dev.assay.detectors.evaluate.AttackReport;
import dev.assay.detectors.evaluate.DetectorReport;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
            "With --attack the machine texts are measured once more under each attack; assay attack --help lists them."
        },
        footer = {
            "",
            "Examples:",
            "  assay evaluate xsum_gpt-4.raw_data.json --domain news",
            "  assay evaluate labelled.jsonl --half all --detectors bits-per-byte,fast-detect-gpt --output json",
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

    @Option(names = "--output", description = "${COMPLETION-CANDIDATES}; default: table.")
    ScoreOutput.Kind output = ScoreOutput.Kind.TABLE;

    @Option(
            names = "--attack",
            paramLabel = "NAME[,NAME…]",
            split = ",",
            description = "Attacks on the machine texts, comma separated; default: none.")
    List<String> attacks = List.of();

    @Mixin
    final AttackOptions attacking = new AttackOptions();

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
        try (Judge judge = judges.open(settings, here::progress)) {
            LabelledFiles.Part part = half == null ? fairHalf(judge) : half;
            List<LabelledText> texts = LabelledFiles.of(labelled, part);
            if (texts.isEmpty()) {
                throw new CommandFailure("no labelled text in half " + part + " of " + files + "; try --half all.");
            }
            here.progress("half " + part + ": " + texts.size() + " of " + labelled.size() + " labelled texts");
            EvaluationReport report = report(settings, judge, texts, seeded);
            if (output == ScoreOutput.Kind.JSON) {
                ObjectNode json = ReportJson.object().put("half", part.toString());
                ReportJson.print(here.out(), json.setAll(ReportJson.of(report)));
            } else {
                EvaluationTable.print(here.out(), part, report);
            }
        }
    }

    private List<LabelledText> labelled() {
        try {
            return LabelledFiles.read(files).stream()
                    .filter(text -> text.label() != null)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shipped calibrations were made from the other half of the documents. */
    private static LabelledFiles.Part fairHalf(Judge judge) {
        return judge.provenance().getCalibrations().isEmpty() ? LabelledFiles.Part.ALL : LabelledFiles.Part.TEST;
    }

    private EvaluationReport report(
            Settings settings, Judge judge, List<LabelledText> texts, List<SeededAttack> seeded) {
        EvaluationSettings how = EvaluationSettings.at(settings.get(SettingTable.TARGET_FPR));
        List<String> names = judge.settings().detectors().stream()
                .filter(name -> settings.isGiven(SettingTable.DETECTORS)
                        || Detectors.named(name).question() == Question.MACHINE)
                .toList();
        AssessedTexts assessing = new AssessedTexts(here, judge, domain);
        int workers = ScoringSettings.workers(settings);
        Map<LabelledText, Optional<Assessment>> assessed = assessing.all(texts, workers);
        List<DetectorReport> reports = names.stream()
                .map(name -> Evaluation.of(name, scored(name, assessed), how))
                .toList();
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
            reports.forEach(clean -> attacked.add(
                    changed.report(clean, Evaluation.of(clean.detector(), scored(clean.detector(), under), how))));
        }
        long documents = texts.stream().map(LabelledText::document).distinct().count();
        return new EvaluationReport(
                texts.size(), (int) documents, how, WhiteSpaceSeparation.of(texts), reports, attacked);
    }

    private static List<ScoredLabel> scored(String detector, Map<LabelledText, Optional<Assessment>> assessed) {
        return assessed.entrySet().stream()
                .map(entry -> label(detector, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ScoredLabel label(String detector, LabelledText text, Optional<Assessment> assessment) {
        OptionalDouble score = assessment
                .map(found -> found.scores().get(detector))
                .map(Score::value)
                .orElse(OptionalDouble.empty());
        OptionalDouble p = assessment.map(found -> pValue(detector, found)).orElse(OptionalDouble.empty());
        return new ScoredLabel(
                text.document(),
                text.label(),
                score,
                p,
                assessment.map(EvaluateCommand::groups).orElse(Map.of()));
    }

    /** Only the deciding detectors have one. */
    private static OptionalDouble pValue(String detector, Assessment assessment) {
        return assessment.answers().values().stream()
                .filter(answer -> detector.equals(answer.detector()))
                .map(Answer::pValue)
                .flatMapToDouble(
                        p -> p == null ? java.util.stream.DoubleStream.empty() : java.util.stream.DoubleStream.of(p))
                .findFirst();
    }

    private static Map<String, String> groups(Assessment assessment) {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("domain", assessment.domain() == null ? "unknown" : assessment.domain());
        groups.put("length", LengthBucket.of(assessment.scoredTokens()).label());
        groups.put("language", assessment.language() == null ? "unknown" : assessment.language());
        return groups;
    }
}
