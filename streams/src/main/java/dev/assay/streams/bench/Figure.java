package dev.assay.streams.bench;

/** Everything {@code assay bench} measures as one number; the keys are those of its JSON. */
public enum Figure {
    ENGINE_TOKENS("engine.tokens_per_second", "tokens/s of the scoring loop, default model and layout"),
    ENGINE_TEXTS("engine.texts_per_second", "texts/s of the scoring loop, default model and layout"),
    ENGINE_INT8_TOKENS("engine.int8_tokens_per_second", "the same at int8"),
    ENGINE_FP32_TOKENS("engine.fp32_tokens_per_second", "the same at fp32"),
    PIPELINE_RATIO("pipeline.ratio", "tokens/s of the stream by those of the loop", Bound.LEAST, 0.95),
    PIPELINE_OUTSIDE("pipeline.cpu_ms_outside_model", "CPU ms a text outside the model, in the application"),
    PIPELINE_BROKER("pipeline.broker_cpu_ms", "CPU ms a text of the broker"),
    CEILING_RECORDS("ceiling.records_per_second", "records/s with stub tokenizer and scorer", Bound.LEAST, 25_000),
    CEILING_GROWTH("ceiling.memory_growth_mb", "growth of resident memory meanwhile", Bound.MOST, 64);

    private final String key;
    private final String meaning;
    private final Bound bound;
    private final double limit;

    /** On which side of its limit a figure has to be. */
    private enum Bound {
        NONE(""),
        LEAST("≥ "),
        MOST("≤ ");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }

    Figure(String key, String meaning) {
        this(key, meaning, Bound.NONE, Double.NaN);
    }

    Figure(String key, String meaning, Bound bound, double limit) {
        this.key = key;
        this.meaning = meaning;
        this.bound = bound;
        this.limit = limit;
    }

    /** Its key in JSON, such as {@code engine.tokens_per_second}. */
    public String key() {
        return key;
    }

    /** What is counted, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** A value as people read it. */
    public static String shown(double value) {
        return Numbers.of(value);
    }

    /** What is required of it, such as {@code ≥ 0.95}; empty where nothing is. */
    public String required() {
        return bound == Bound.NONE ? "" : bound.sign + Numbers.of(limit);
    }

    /** Whether a value does what is required. */
    public boolean isMetBy(double value) {
        return switch (bound) {
            case NONE -> true;
            case LEAST -> value >= limit;
            case MOST -> value <= limit;
        };
    }
}
