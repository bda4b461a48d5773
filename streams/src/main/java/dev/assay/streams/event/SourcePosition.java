package dev.assay.streams.event;

import java.util.Comparator;

/**
 * Where a record stands in the log.
 *
 * @param topic the topic it was read from
 * @param partition its partition
 * @param offset its offset in the partition
 */
public record SourcePosition(String topic, int partition, long offset) implements Comparable<SourcePosition> {
    private static final Comparator<SourcePosition> ORDER = Comparator.comparing(SourcePosition::topic)
            .thenComparingInt(SourcePosition::partition)
            .thenComparingLong(SourcePosition::offset);

    @Override
    public int compareTo(SourcePosition other) {
        return ORDER.compare(this, other);
    }

    /** The position as one word, {@code topic-partition-offset}: the identity of an event that brings none. */
    public String asId() {
        return topic + "-" + partition + "-" + offset;
    }
}
