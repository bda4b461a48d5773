package dev.assay.detectors.evaluate;

import dev.assay.detectors.detect.Detector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One set of texts in two precisions of a model.
 *
 * @param texts texts that both scored
 * @param tokens their tokens
 * @param meanLogProbDifference mean |Δ ln p| over all tokens, nats
 * @param detectors every detector's difference, in the order of the detectors
 */
public record VerificationReport(
        int texts, long tokens, double meanLogProbDifference, List<DetectorDifference> detectors) {
    /** Copies the list. */
    public VerificationReport {
        detectors = List.copyOf(detectors);
    }

    /** Adds up in the order of the texts, so that the same texts give the same bits. */
    static VerificationReport of(List<Detector> detectors, List<ComparedText> texts) {
        long tokens = texts.stream().mapToLong(ComparedText::tokens).sum();
        double difference = 0;
        for (ComparedText text : texts) {
            difference += text.logProbDifference();
        }
        List<DetectorDifference> differences = new ArrayList<>();
        for (int d = 0; d < detectors.size(); d++) {
            differences.add(DetectorDifference.of(detectors.get(d).name(), d, texts));
        }
        return new VerificationReport(texts.size(), tokens, difference / tokens, differences);
    }

    /** The difference that a detector makes, where it was among those compared. */
    public Optional<DetectorDifference> detector(String name) {
        return detectors.stream().filter(d -> d.detector().equals(name)).findFirst();
    }
}
