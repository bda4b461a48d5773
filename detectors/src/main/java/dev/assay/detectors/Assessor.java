package dev.assay.detectors;

import dev.assay.detectors.calibrate.CalibrationLadder;

/** Judges texts: all six inner steps. Thread-safe, and a pure function of the text, the model and the settings. */
public final class Assessor implements AutoCloseable {
    private final ScoringModel model;
    private final CalibrationLadder ladder;
    private final AssessorSettings settings;

    private Assessor(ScoringModel model, CalibrationLadder ladder, AssessorSettings settings) {
        this.model = model;
        this.ladder = ladder;
        this.settings = settings;
    }

    /** An assessor over parts, for tests and for models that are no bundle; closes the model's parts when closed. */
    public static Assessor of(ScoringModel model, CalibrationLadder ladder, AssessorSettings settings) {
        return new Assessor(model, ladder, settings);
    }

    /**
     * Judges a text.
     *
     * @throws dev.assay.detectors.normalize.MalformedTextException when it is not valid UTF-16
     * @throws dev.assay.detectors.tokenize.TokenizationException when the tokenizer cannot take it
     * @throws dev.assay.detectors.score.ModelFaultException when the model gives no numbers for it
     */
    public Assessment assess(TextInput input) {
        if (ladder.calibrations().isEmpty()) {
            throw new UnsupportedOperationException("no calibration for " + input.domain());
        }
        throw new UnsupportedOperationException("not yet joined");
    }

    /** The settings in force: detectors and calibrations by name. */
    public AssessorSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        model.scorer().close();
        model.tokenizer().close();
    }
}
