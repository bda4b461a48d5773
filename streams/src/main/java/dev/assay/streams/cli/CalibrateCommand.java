package dev.assay.streams.cli;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationBuilder;
import dev.assay.detectors.calibrate.CalibrationFile;
import dev.assay.detectors.calibrate.Certificate;
import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.decide.Reason;
import dev.assay.detectors.detect.Question;
import dev.assay.schemas.Provenance;
import dev.assay.streams.WallClock;
import dev.assay.streams.calibrations.CalibrationTopic;
import dev.assay.streams.judge.Judge;
import dev.assay.streams.judge.Judges;
import dev.assay.streams.judge.ScoringSettings;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a calibration from texts that people are known to have written. */
@Command(
        name = "calibrate",
        description = {
            "Score texts known to be human and keep the scores as a calibration for their domain.",
            "Texts labelled machine are passed over. Only one half of the documents is used unless told otherwise;",
            "`assay evaluate` measures on the other."
        },
        footer = {
            "",
            "Examples:",
            "  assay calibrate essays.jsonl --domain essays --source \"our essays of 2019\"",
            "  assay calibrate *.raw_data.json --domain news --source \"XSum\" --license MIT --output news.json",
            "  assay score --calibration news.json article.txt",
            "  assay calibrate essays.jsonl --domain essays --source \"our essays of 2019\" --publish"
        })
final class CalibrateCommand implements Runnable {
    /** A text with any other reason would not be decided on, so it is no reference for those that are. */
    private static final Set<Reason> USABLE = Set.of(Reason.NONE, Reason.NO_CALIBRATION, Reason.UNDEFINED);

    private final Surroundings here;
    private final Judges judges;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Labelled sets, JSON lines, or plain texts.")
    List<Path> files;

    @Option(names = "--domain", required = true, paramLabel = "D", description = "Kind of text, such as news.")
    String domain;

    @Option(names = "--source", required = true, paramLabel = "TEXT", description = "Where the texts come from.")
    String source;

    @Option(names = "--license", paramLabel = "SPDX", description = "Licence of the texts.")
    String license = "unknown";

    @Option(names = "--half", description = "${COMPLETION-CANDIDATES}; default: calibration.")
    LabelledFiles.Part half = LabelledFiles.Part.CALIBRATION;

    @Option(names = "--output", paramLabel = "FILE", description = "Where it goes; default: calibration-DOMAIN.json.")
    Path output;

    @Option(names = "--publish", description = "Publish it, too, for running instances (assay calibrations).")
    boolean publish;

    @Mixin
    final TextJudges.Options unseen = new TextJudges.Options();

    @Mixin
    final OutputFile target = new OutputFile();

    @Mixin
    final ScoringOptions scoring = new ScoringOptions();

    @Mixin
    final SettingsOptions options;

    CalibrateCommand(Surroundings here, Judges judges) {
        this.here = here;
        this.judges = judges;
        this.options = new SettingsOptions(here);
    }

    @Override
    public void run() {
        target.check(file());
        Settings settings = scoring.over(options.read()).with(SettingTable.CALIBRATIONS, "none", "calibrate");
        Optional<CalibrationTopic> topic =
                publish ? Optional.of(Publication.requireTopic(settings)) : Optional.empty(); // before the long work
        try (TextJudges judging = unseen.open(judges, settings, here::progress)) {
            List<LabelledText> humans = humans();
            requireUnseen(judging, humans);
            Judge whole = judging.whole();
            CalibrationBuilder builder =
                    new CalibrationBuilder(certificate(whole), whole.settings().detectors());
            new AssessedTexts(here, judging::of, domain)
                    .each(
                            humans,
                            ScoringSettings.workers(settings),
                            (text, assessment) -> assessment
                                    .filter(CalibrateCommand::isUsable)
                                    .ifPresent(usable -> builder.add(
                                            text.document().sha256(), usable.scoredTokens(), usable.scores())));
            write(builder.build(), builder.size(), humans.size());
            topic.ifPresent(there -> Publication.send(List.of(Publication.of(file())), there, here));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void requireUnseen(TextJudges judging, List<LabelledText> humans) {
        long seen = judging.seen(humans);
        if (seen > 0) {
            throw new CommandFailure(seen + " of " + humans.size() + " texts are of documents that the fit "
                    + judging.whole().settings().fit() + " has seen, so that its scores of them are no reference: give"
                    + " other texts, or the fits that have not seen them (assay train --folds, then --cross-fitted).");
        }
    }

    /** The first text of each document of the half. */
    private List<LabelledText> humans() throws IOException {
        Set<String> documents = new HashSet<>();
        return LabelledFiles.of(LabelledFiles.read(files), half).stream()
                .filter(text -> text.label() != Label.MACHINE)
                .filter(text -> documents.add(text.document().sha256()))
                .toList();
    }

    private static boolean isUsable(Assessment assessment) {
        return USABLE.contains(assessment.answers().get(Question.MACHINE).reason());
    }

    private void write(Calibration calibration, int kept, int scored) throws IOException {
        if (kept == 0) {
            throw new CommandFailure("none of " + scored
                    + " human texts can be a reference (too short, altered or in another language); give others.");
        }
        target.write(file(), place -> CalibrationFile.write(calibration, place));
        here.out()
                .println(file() + ": calibration " + calibration.id() + ", " + kept + " of " + scored + " human texts");
    }

    private Path file() {
        return output == null ? Path.of("calibration-" + domain + ".json") : output;
    }

    private Certificate certificate(Judge judge) {
        Provenance model = judge.provenance();
        return new Certificate(
                model.getBundleId(),
                model.getPrecision(),
                model.getTokenizerHash(),
                judge.settings().scoring(),
                domain,
                source,
                license,
                half.toString(),
                Certificate.HUMAN_TAKEN_AS_NON_MEMBER,
                today());
    }

    @WallClock
    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }
}
