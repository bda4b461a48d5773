package dev.assay.streams.judge;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.Assessor;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.TextInput;
import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.schemas.Provenance;
import dev.assay.streams.emit.VerdictProvenance;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All six inner steps under one model and one set of settings.
 *
 * @param assess judges a text; thread-safe
 * @param settings what it judges by at first, detectors by name and calibrations by id
 * @param provenance what its verdicts rest on at first
 * @param calibrations gives it others while it works
 * @param hasSeen whether its learned numbers were fitted to a text of a document
 * @param closing gives the model's memory back
 */
public record Judge(
        Function<TextInput, Assessment> assess,
        AssessorSettings settings,
        Provenance provenance,
        Recalibration calibrations,
        Predicate<DocumentIdentity> hasSeen,
        Runnable closing)
        implements AutoCloseable {
    /** A judge that nothing was learned for. */
    public Judge(
            Function<TextInput, Assessment> assess,
            AssessorSettings settings,
            Provenance provenance,
            Recalibration calibrations,
            Runnable closing) {
        this(assess, settings, provenance, calibrations, document -> false, closing);
    }

    /** That of an assessor. */
    public static Judge of(Assessor assessor, Runnable closing) {
        return new Judge(
                assessor::assess,
                assessor.settings(),
                VerdictProvenance.of(assessor),
                Recalibration.of(assessor),
                assessor::hasSeen,
                closing);
    }

    @Override
    public void close() {
        closing.run();
    }
}
