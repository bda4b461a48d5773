package dev.assay.streams.detection;

import dev.assay.streams.event.SourcePosition;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Which event a record is of that is on its way to a broker: a refusal comes later and names the record alone. As the serializer of sinks it
 * sees each value last, and changes none.
 */
final class Outgoing implements Serializer<byte[]> {
    private static final ThreadLocal<SourcePosition> IN_HAND = new ThreadLocal<>();

    private final Progress progress;
    /** Of arrays as such, not of what they hold; those that the producer is done with fall out. */
    private final Map<byte[], SourcePosition> events = Collections.synchronizedMap(new WeakHashMap<>());

    Outgoing(Progress progress) {
        this.progress = progress;
    }

    /** Does what the calling thread does on behalf of one event, maybe in the midst of another's. */
    void onBehalfOf(SourcePosition event, Runnable work) {
        SourcePosition before = IN_HAND.get();
        IN_HAND.set(event);
        try {
            work.run();
        } finally {
            IN_HAND.set(before);
        }
    }

    @Override
    public byte[] serialize(String topic, byte[] value) {
        SourcePosition event = IN_HAND.get();
        if (event != null && value != null) {
            events.put(value, event);
        }
        progress.answered();
        return value;
    }

    /** The event that a value is of; empty for what no sink sent. */
    Optional<SourcePosition> eventOf(byte[] value) {
        return Optional.ofNullable(events.get(value));
    }
}
