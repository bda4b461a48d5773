package dev.assay.detectors;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationBuilder;
import dev.assay.detectors.calibrate.CalibrationException;
import dev.assay.detectors.calibrate.Certificate;
import dev.assay.detectors.corpus.Half;
import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.decide.Answer;
import dev.assay.detectors.decide.Reason;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.model.BundleManifest;
import dev.assay.detectors.normalize.MalformedTextException;
import dev.assay.detectors.tokenize.TokenizationException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Makes a calibration from labelled texts: scores the human texts of the calibration half, one document once, one model run each. A
 * text that would not be decided on (too short, another language, …) is no reference either, so that references and texts to be
 * judged are alike.
 */
public final class CalibrationRun {
    private static final Set<Reason> SCORED = EnumSet.of(Reason.NONE, Reason.NO_CALIBRATION, Reason.UNDEFINED);

    private final Assessor assessor;
    private final Origin origin;

    /**
     * Where reference texts come from.
     *
     * @param domain kind of text, such as {@code news}
     * @param source where they were published
     * @param license their licence
     * @param date day of the calibration
     */
    public record Origin(String domain, String source, String license, LocalDate date) {}

    /** A run with the assessor's model, detectors and settings; its calibrations do not matter. */
    public CalibrationRun(Assessor assessor, Origin origin) {
        this.assessor = assessor;
        this.origin = origin;
    }

    /**
     * Scores the texts as they come.
     *
     * @param progress told the number of references after each
     * @throws CalibrationException when no text was fit to be a reference
     */
    public Calibration of(Stream<LabelledText> texts, IntConsumer progress) {
        CalibrationBuilder builder =
                new CalibrationBuilder(certificate(), assessor.settings().detectors());
        texts.filter(text -> text.label() == Label.HUMAN && text.half() == Half.CALIBRATION)
                .filter(text -> !builder.has(text.document().sha256()))
                .forEach(text -> add(builder, text, progress));
        if (builder.size() == 0) {
            throw new CalibrationException("no human text of the calibration half of the documents can be scored: give "
                    + "files with human texts of at least "
                    + assessor.settings().minTokens() + " tokens");
        }
        return builder.build();
    }

    private void add(CalibrationBuilder builder, LabelledText text, IntConsumer progress) {
        Assessment assessment;
        try {
            assessment = assessor.assess(new TextInput(text.text(), text.language(), origin.domain()));
        } catch (MalformedTextException | TokenizationException e) {
            return; // no reference, as it would be no event
        }
        Answer answer = assessment.answers().get(Question.MACHINE);
        if (SCORED.contains(answer.reason())) {
            builder.add(text.document().sha256(), assessment.scoredTokens(), assessment.scores());
            progress.accept(builder.size());
        }
    }

    private Certificate certificate() {
        BundleManifest model = assessor.bundle().manifest();
        return new Certificate(
                model.id(),
                model.precision(),
                model.tokenizerHash(),
                assessor.settings().scoring(),
                origin.domain(),
                origin.source(),
                origin.license(),
                Half.CALIBRATION.name().toLowerCase(Locale.ROOT),
                Certificate.HUMAN_TAKEN_AS_NON_MEMBER,
                origin.date().toString());
    }
}
