package dev.assay.detectors.calibrate;

import dev.assay.detectors.calibrate.Calibration.ReferenceText;
import dev.assay.detectors.detect.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Gathers reference scores into a calibration, one text at a time. A document counts once: its first text stands for it. */
public final class CalibrationBuilder {
    private final Certificate certificate;
    private final List<String> detectors;
    private final Map<String, ReferenceText> texts = new HashMap<>(); // by document

    /**
     * An empty calibration.
     *
     * @param detectors the detectors whose scores it keeps
     */
    public CalibrationBuilder(Certificate certificate, List<String> detectors) {
        this.certificate = certificate;
        this.detectors = List.copyOf(detectors);
    }

    /** Whether a text of the document was added. */
    public boolean has(String document) {
        return texts.containsKey(document);
    }

    /** Adds a text's scores unless its document is there. */
    public void add(String document, int scoredTokens, Map<String, Score> scores) {
        List<OptionalDouble> row = new ArrayList<>();
        for (String detector : detectors) {
            Score score = scores.get(detector);
            row.add(score == null ? OptionalDouble.empty() : score.value());
        }
        texts.putIfAbsent(document, new ReferenceText(document, scoredTokens, row));
    }

    /** Number of documents. */
    public int size() {
        return texts.size();
    }

    /** The calibration of what was added, whatever the order it was added in. */
    public Calibration build() {
        List<ReferenceText> rows = texts.values().stream()
                .sorted(Comparator.comparing(ReferenceText::document))
                .toList();
        return CalibrationFile.identified(certificate, detectors, rows);
    }
}
