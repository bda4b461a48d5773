package dev.assay.schemas.serde;

import dev.assay.schemas.Verdict;
import dev.assay.schemas.VerdictJson;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;

/** Verdicts from either format: a value that begins with a brace is JSON, any other Avro. */
public final class VerdictDeserializer implements Deserializer<Verdict> {
    private ReadValues<Verdict> values = new ReadValues<>(Codecs.VERDICTS, VerdictJson::read, Map.of());

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        values = new ReadValues<>(Codecs.VERDICTS, VerdictJson::read, config);
    }

    @Override
    public Verdict deserialize(String topic, byte[] bytes) {
        return deserialize(topic, new RecordHeaders(), bytes);
    }

    @Override
    public Verdict deserialize(String topic, Headers headers, byte[] bytes) {
        return values.read(topic, headers, bytes);
    }

    @Override
    public void close() {
        values.close();
    }
}
