package dev.assay.detectors.calibrate;

/** Length classes in scored tokens: scores of longer texts scatter less (METHODS §4). */
public enum LengthBucket {
    SHORT(0, "64-127"),
    MEDIUM(128, "128-255"),
    LONG(256, "256-511"),
    LONGEST(512, "512+");

    private final int from;
    private final String label;

    LengthBucket(int from, String label) {
        this.from = from;
        this.label = label;
    }

    /** As it stands in a rung's name. */
    public String label() {
        return label;
    }

    /** The class of a text with that many scored tokens; below 64 the nearest, SHORT. */
    public static LengthBucket of(int scoredTokens) {
        LengthBucket bucket = SHORT;
        for (LengthBucket candidate : values()) {
            bucket = scoredTokens >= candidate.from ? candidate : bucket;
        }
        return bucket;
    }
}
