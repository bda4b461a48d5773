package dev.assay.streams.soak;

import dev.assay.streams.topic.CommittedReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.header.Header;

/**
 * What went into a run, read from its topic.
 *
 * @param events ids, in an order that holds for each key
 * @param unreadable positions of records that hold no event
 * @param tombstones records without a value
 */
public record Inputs(List<String> events, List<String> unreadable, int tombstones) {
    /** Header with the id of the event that a record holds; what has none and is no tombstone holds no event. */
    public static final String ID = "soak-id";

    /** Reads a topic of records with that header; nobody may be writing. */
    public static Inputs read(String bootstrap, String topic) {
        List<String> events = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        AtomicInteger tombstones = new AtomicInteger();
        try (CommittedReader reader = new CommittedReader(Map.of("bootstrap.servers", bootstrap), List.of(topic))) {
            reader.readToEnd(records -> records.forEach(record -> {
                Header id = record.headers().lastHeader(ID);
                if (record.value() == null) {
                    tombstones.incrementAndGet();
                } else if (id == null) {
                    unreadable.add(record.partition() + "-" + record.offset());
                } else {
                    events.add(new String(id.value(), StandardCharsets.UTF_8));
                }
            }));
        }
        return new Inputs(events, unreadable, tombstones.get());
    }
}
