package dev.assay.detectors.evaluate;

import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.detect.Detector;
import dev.assay.detectors.detect.ScoredText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Collects one detector's scores of the same texts in two precisions. */
final class PairedScores {
    private final Detector detector;
    private final List<ScoredLabel> reference = new ArrayList<>();
    private final List<ScoredLabel> candidate = new ArrayList<>();
    private double difference; // Σ |Δ score|
    private int both;

    PairedScores(Detector detector) {
        this.detector = detector;
    }

    void add(LabelledText text, ScoredText inReference, ScoredText inCandidate) {
        OptionalDouble before = detector.score(inReference);
        OptionalDouble after = detector.score(inCandidate);
        if (before.isPresent() && after.isPresent()) {
            difference += Math.abs(after.getAsDouble() - before.getAsDouble());
            both++;
        }
        if (text.label() != null) {
            reference.add(ScoredLabel.of(text.document(), text.label(), before));
            candidate.add(ScoredLabel.of(text.document(), text.label(), after));
        }
    }

    DetectorDifference difference() {
        return new DetectorDifference(
                detector.name(), difference / both, Evaluation.auroc(reference), Evaluation.auroc(candidate));
    }
}
