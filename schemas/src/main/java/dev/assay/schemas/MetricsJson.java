package dev.assay.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/** Metrics as one JSON object: the record field by field, times in ISO 8601, sketches in Base64. */
public final class MetricsJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private MetricsJson() {}

    /** The record on one line. */
    public static String write(Metrics metrics) {
        return new String(bytes(metrics), StandardCharsets.UTF_8);
    }

    /** The record on one line, in UTF-8. */
    public static byte[] bytes(Metrics metrics) {
        return RecordJson.bytes(metrics);
    }

    /**
     * The record that such a line holds.
     *
     * @throws IllegalArgumentException where it holds none; the message names the field
     */
    public static Metrics read(String json) {
        try {
            return RecordJson.read(Metrics.getClassSchema(), JSON.readTree(json), Metrics.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not valid JSON" + TextEventJson.near(malformed));
        }
    }
}
