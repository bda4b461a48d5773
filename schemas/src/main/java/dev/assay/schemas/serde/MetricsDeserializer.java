package dev.assay.schemas.serde;

import dev.assay.schemas.Metrics;
import dev.assay.schemas.MetricsJson;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;

/** Metrics from either format: a value that begins with a brace is JSON, any other Avro. */
public final class MetricsDeserializer implements Deserializer<Metrics> {
    private ReadValues<Metrics> values = new ReadValues<>(Codecs.METRICS, MetricsJson::read, Map.of());

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        values = new ReadValues<>(Codecs.METRICS, MetricsJson::read, config);
    }

    @Override
    public Metrics deserialize(String topic, byte[] bytes) {
        return deserialize(topic, new RecordHeaders(), bytes);
    }

    @Override
    public Metrics deserialize(String topic, Headers headers, byte[] bytes) {
        return values.read(topic, headers, bytes);
    }

    @Override
    public void close() {
        values.close();
    }
}
