package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * One published method: a pure, thread-safe function from token scores to one number, higher meaning more machine-like or more
 * familiar. An implementation registers by being listed in {@code META-INF/services}.
 */
public interface Detector {
    /** The method's name in settings, verdicts and calibrations, such as {@code fast-detect-gpt}. */
    String name();

    /** Which question its score answers. */
    Question question();

    /** Alternatives a position it needs in {@link dev.assay.detectors.score.TokenScores#sampledLogProbs()}; 0 for most. */
    default int samples() {
        return 0;
    }

    /** Whether it rests on learned numbers ({@link ScoredText#fit}), without which it is undefined for every text. */
    default boolean needsFit() {
        return false;
    }

    /** The score, or empty where the method is undefined for this text (too short, no spread); never NaN or infinite. */
    OptionalDouble score(ScoredText text);
}
