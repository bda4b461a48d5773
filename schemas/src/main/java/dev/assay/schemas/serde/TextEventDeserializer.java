package dev.assay.schemas.serde;

import dev.assay.schemas.TextEvent;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;

/** {@link TextEventDecoder} for Kafka's clients; setting {@code event.format}: auto (default), avro, json or text. */
public final class TextEventDeserializer implements Deserializer<TextEvent> {
    /** Setting: how values are written. */
    public static final String FORMAT = "event.format";

    private TextEventDecoder decoder = TextEventDecoder.open(EventFormat.AUTO, Map.of());

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        Object format = config.get(FORMAT);
        decoder = TextEventDecoder.open(format == null ? EventFormat.AUTO : EventFormat.of(format.toString()), config);
    }

    @Override
    public TextEvent deserialize(String topic, byte[] bytes) {
        return deserialize(topic, new RecordHeaders(), bytes);
    }

    @Override
    public TextEvent deserialize(String topic, Headers headers, byte[] bytes) {
        return bytes == null ? null : decoder.decode(topic, headers, bytes).event();
    }

    @Override
    public void close() {
        decoder.close();
    }
}
