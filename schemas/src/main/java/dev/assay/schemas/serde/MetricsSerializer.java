package dev.assay.schemas.serde;

import dev.assay.schemas.Metrics;
import dev.assay.schemas.MetricsJson;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;

/** Metrics to Avro or JSON; setting {@code metrics.format}: avro (default) or json. */
public final class MetricsSerializer implements Serializer<Metrics> {
    /** Setting: how values are written. */
    public static final String FORMAT = "metrics.format";

    private WrittenValues<Metrics> values =
            new WrittenValues<>(Codecs.METRICS, FORMAT, MetricsJson::bytes, Map.of(FORMAT, "json"));

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        values = new WrittenValues<>(Codecs.METRICS, FORMAT, MetricsJson::bytes, config);
    }

    @Override
    public byte[] serialize(String topic, Metrics row) {
        return values.write(topic, row);
    }

    @Override
    public void close() {
        values.close();
    }
}
