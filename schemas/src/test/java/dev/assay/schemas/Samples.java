package dev.assay.schemas;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records with every field set. */
public final class Samples {
    private Samples() {}

    public static TextEvent event() {
        return TextEvent.newBuilder()
                .setId("e-1")
                .setSource("ann")
                .setText("Ein Satz, noch ein Satz: 語 😀.")
                .setCreatedAt(Instant.parse("2026-11-24T10:00:00.123Z"))
                .setLanguage("de")
                .setDomain("news")
                .setAttributes(Map.of("thread", "7"))
                .build();
    }

    public static Verdict verdict() {
        var scores = new LinkedHashMap<String, ScoreValue>();
        scores.put("bits-per-byte", new ScoreValue(-1.0 / 3, Direction.HIGHER_MEANS_MACHINE));
        scores.put("lastde", new ScoreValue(null, Direction.HIGHER_MEANS_MACHINE));
        scores.put("dc-pdd", new ScoreValue(4.9E-324, Direction.HIGHER_MEANS_FAMILIAR));
        return Verdict.newBuilder()
                .setEventId("e-1")
                .setSource("ann")
                .setCreatedAt(Instant.parse("2026-11-24T10:00:00.123Z"))
                .setDecidedAt(Instant.parse("2026-11-24T10:00:01Z"))
                .setText(new TextSummary("ab12", 34L, 30L, 12, 12, "de", "news", new AlterationCounts(1, 2, 3, 4)))
                .setQuestions(Map.of("MACHINE", machine(), "MEMBERSHIP", membership()))
                .setScores(scores)
                .setSpans(List.of(new Span(0L, 9L, 0L, 8L, 0.1 + 0.2, 0.01)))
                .setProvenance(Provenance.newBuilder()
                        .setBundleId("b0")
                        .setFileHashes(Map.of("body.onnx", "00ff"))
                        .setCalibrations(List.of("c1", "c2"))
                        .build())
                .setShadow(true)
                .build();
    }

    public static Metrics metrics() {
        return Metrics.newBuilder()
                .setWindowStart(Instant.parse("2026-11-24T10:00:00Z"))
                .setWindowEnd(Instant.parse("2026-11-24T10:01:00Z"))
                .setQuestion("MACHINE")
                .setDimension(Dimension.DOMAIN)
                .setValue("news")
                .setVerdicts(3)
                .setDecisions(new TreeMap<>(Map.of("CLEARED", 2L, "ABSTAINED", 1L)))
                .setReasons(new TreeMap<>(Map.of("NONE", 2L, "TOO_SHORT", 1L)))
                .setBytes(900)
                .setTokens(200)
                .setScoredTokens(199)
                .setBytesPerToken(4.5)
                .setLatency(numbers(3, 120.5, 40))
                .setPValues(numbers(2, 0.75, 0.25))
                .setScores(Map.of("bits-per-byte", numbers(2, -2.25, -1)))
                .setDrift(new Drift(2L, 0.375, 0.5, 1L, 0.0, 1.0))
                .build();
    }

    private static Distribution numbers(int count, double sum, double middle) {
        return Distribution.newBuilder()
                .setCount(count)
                .setSum(sum)
                .setMinimum(middle)
                .setMaximum(sum - middle)
                .setQuantiles(Map.of("0.5", middle))
                .setSketch(ByteBuffer.wrap(new byte[] {0, -1, 127}))
                .build();
    }

    private static Answer machine() {
        return Answer.newBuilder()
                .setDecision(Decision.FLAGGED)
                .setPValue(0.0049504950495049506)
                .setTargetFpr(0.01)
                .setBand(Band.MEDIUM)
                .setDetector("bits-per-byte")
                .setCalibration("c1")
                .setRung("news/128-255")
                .build();
    }

    private static Answer membership() {
        return Answer.newBuilder()
                .setDecision(Decision.ABSTAINED)
                .setTier(Tier.SIGNAL)
                .setReason(Reason.NO_CALIBRATION)
                .build();
    }
}
