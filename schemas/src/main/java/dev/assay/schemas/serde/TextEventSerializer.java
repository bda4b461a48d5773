package dev.assay.schemas.serde;

import dev.assay.schemas.TextEvent;
import dev.assay.schemas.TextEventJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;

/** Text events to Avro or JSON; setting {@code event.format}: avro (default, also for auto) or json. */
public final class TextEventSerializer implements Serializer<TextEvent> {
    // None: JSON.
    private RecordCodec<TextEvent> avro;

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        Object format = config.get(TextEventDeserializer.FORMAT);
        switch (format == null ? EventFormat.AVRO : EventFormat.of(format.toString())) {
            case JSON -> avro = null;
            case TEXT ->
                throw new IllegalArgumentException("setting " + TextEventDeserializer.FORMAT
                        + " cannot be text for writing events: use avro or json, or Kafka's StringSerializer");
            default -> avro = Codecs.open(Codecs.EVENTS, config);
        }
    }

    @Override
    public byte[] serialize(String topic, TextEvent event) {
        if (event == null) {
            return null;
        }
        return avro == null ? TextEventJson.write(event).getBytes(StandardCharsets.UTF_8) : avro.encode(topic, event);
    }

    @Override
    public void close() {
        if (avro != null) {
            avro.close();
        }
    }
}
