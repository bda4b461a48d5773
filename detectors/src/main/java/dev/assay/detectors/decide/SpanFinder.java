package dev.assay.detectors.decide;

import dev.assay.detectors.calibrate.CalibrationLadder;
import dev.assay.detectors.calibrate.PValue;
import dev.assay.detectors.detect.Detector;
import dev.assay.detectors.detect.ScoredText;
import dev.assay.detectors.tokenize.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds the parts of a flagged text that score machine-like by themselves: consecutive spans of the fewest tokens that may be decided
 * on, the rest joined to the last, each among references of its own length. Spans with p ≤ α are reported as evidence; they are
 * several looks at one text and not corrected for that.
 */
public final class SpanFinder {
    private final Detector detector;
    private final DecisionRules rules;
    private final CalibrationLadder ladder;

    /** A finder that scores spans with {@code detector}, the deciding one. */
    public SpanFinder(Detector detector, DecisionRules rules, CalibrationLadder ladder) {
        this.detector = detector;
        this.rules = rules;
        this.ladder = ladder;
    }

    /** Spans with p ≤ α in text order; domain may be null. */
    public List<Span> find(ScoredText text, String domain) {
        List<Span> spans = new ArrayList<>();
        int tokens = text.tokens().count();
        int count = tokens / rules.minTokens();
        OriginalOffsets offsets = new OriginalOffsets(text.tokens().text());
        for (int i = 0; i < count; i++) {
            int from = i * rules.minTokens();
            int to = i == count - 1 ? tokens : from + rules.minTokens();
            span(text, from, to, domain, offsets).ifPresent(spans::add);
        }
        return List.copyOf(spans);
    }

    private Optional<Span> span(ScoredText text, int from, int to, String domain, OriginalOffsets offsets) {
        OptionalDouble score = detector.score(text.slice(from, to));
        if (score.isEmpty()) {
            return Optional.empty();
        }
        return ladder.pValue(detector.name(), domain, to - from, score.getAsDouble(), rules.targetFpr())
                .filter(p -> p.value() <= rules.targetFpr())
                .map(p -> span(text.tokens(), from, to, offsets, score.getAsDouble(), p));
    }

    private static Span span(Tokens tokens, int from, int to, OriginalOffsets offsets, double score, PValue p) {
        int start = offsets.start(tokens.byteStarts()[from]);
        int end = offsets.end(tokens.byteEnds()[to - 1]);
        return new Span(
                offsets.bytes(start),
                offsets.bytes(end),
                offsets.characters(start),
                offsets.characters(end),
                score,
                p.value());
    }
}
