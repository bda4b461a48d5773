package dev.assay.streams.judge;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.TextInput;
import dev.assay.schemas.Provenance;
import java.util.function.Function;

/**
 * All six inner steps under one model and one set of settings.
 *
 * @param assess judges a text; thread-safe
 * @param settings what it judges by, detectors by name and calibrations by id
 * @param provenance what its verdicts rest on
 * @param closing gives the model's memory back
 */
public record Judge(
        Function<TextInput, Assessment> assess, AssessorSettings settings, Provenance provenance, Runnable closing)
        implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
    }
}
