package dev.assay.schemas.serde;

import java.util.Locale;

/** How verdicts, and metrics, are written. */
public enum VerdictFormat {
    /** Avro in Confluent's wire format. */
    AVRO,
    /** One JSON object, as {@link dev.assay.schemas.VerdictJson} and {@link dev.assay.schemas.MetricsJson} lay it out. */
    JSON;

    /** The format of that name, in either case. */
    public static VerdictFormat of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "avro" -> AVRO;
            case "json" -> JSON;
            default -> throw new IllegalArgumentException("unknown format '" + name + "': use avro or json");
        };
    }
}
