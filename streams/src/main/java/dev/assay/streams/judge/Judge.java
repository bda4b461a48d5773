package dev.assay.streams.judge;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.Assessor;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.TextInput;
import dev.assay.schemas.Provenance;
import dev.assay.streams.emit.VerdictProvenance;
import java.util.function.Function;

/**
 * All six inner steps under one model and one set of settings.
 *
 * @param assess judges a text; thread-safe
 * @param settings what it judges by at first, detectors by name and calibrations by id
 * @param provenance what its verdicts rest on at first
 * @param calibrations gives it others while it works
 * @param closing gives the model's memory back
 */
public record Judge(
        Function<TextInput, Assessment> assess,
        AssessorSettings settings,
        Provenance provenance,
        Recalibration calibrations,
        Runnable closing)
        implements AutoCloseable {
    /** That of an assessor. */
    public static Judge of(Assessor assessor, Runnable closing) {
        return new Judge(
                assessor::assess,
                assessor.settings(),
                VerdictProvenance.of(assessor),
                Recalibration.of(assessor),
                closing);
    }

    @Override
    public void close() {
        closing.run();
    }
}
