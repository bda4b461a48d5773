package dev.assay.streams.bench;

/** Everything {@code assay bench} measures as one number; the keys are those of its JSON. */
public enum Figure {
    ENGINE_TOKENS("engine.tokens_per_second", "tokens/s of the scoring loop, default precision and layout"),
    ENGINE_TEXTS("engine.texts_per_second", "texts/s of the scoring loop, default precision and layout"),
    PIPELINE_RATIO("pipeline.ratio", "tokens/s of the stream by those of the loop", Bound.LEAST, 0.95),
    PIPELINE_OUTSIDE("pipeline.cpu_ms_outside_model", "CPU ms a text outside the model, in the application"),
    PIPELINE_BROKER("pipeline.broker_cpu_ms", "CPU ms a text of the broker"),
    CEILING_RECORDS(
            "ceiling.records_per_second", "committed verdicts/s with stub tokenizer and scorer", Bound.LEAST, 25_000),
    CEILING_GROWTH("ceiling.memory_growth_mb", "growth of resident memory meanwhile", Bound.MOST, 64),
    REFERENCE_RATIO("reference.ratio", "tokens/s of the loop by those of the papers' way", Bound.LEAST, 2.5),
    REFERENCE_FP32_RATIO("reference.fp32_ratio", "the same at fp32", Bound.LEAST, 1.3),
    REFERENCE_SAMPLED_RATIO("reference.sampled_ratio", "the first with lastde++ in both"),
    LLAMACPP_RATIO("llamacpp.ratio", "tokens/s of the loop by those of llama.cpp", Bound.LEAST, 3),
    START_SECONDS("start.first_verdict_seconds", "from the start of assay run to a verdict", Bound.MOST, 15),
    MEMORY_PEAK("memory.peak_rss_mb", "most resident memory of assay run under load", Bound.MOST, 1_200),
    MEMORY_HEAP("memory.heap_mb", "its heap", Bound.MOST, 512),
    IMPORT_SECONDS("import.seconds", "making a bundle of the model's file", Bound.MOST, 60),
    GROWTH_INSTANCES("growth.instances", "tokens/s of so many instances and partitions"),
    GROWTH_LENGTH("growth.length", "tokens/s of the loop at so many tokens a text");

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
