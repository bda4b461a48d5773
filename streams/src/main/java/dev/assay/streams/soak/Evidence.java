package dev.assay.streams.soak;

import java.util.List;

/**
 * What one run left on its topics, as a read_committed reader sees it.
 *
 * @param events ids of the events that went in, in an order that holds for each key
 * @param unreadable positions ({@code partition-offset}) of the records in that hold no event
 * @param tombstones records in without a value
 * @param verdicts in the order of their partitions
 * @param deadLetters positions of the records that they are of
 */
public record Evidence(
        List<String> events, List<String> unreadable, int tombstones, List<Judged> verdicts, List<String> deadLetters) {
    /**
     * What guarantees need of a verdict.
     *
     * @param eventId the event's id
     * @param source the event's source
     * @param textSha256 which text it was
     * @param scoreBits every score with its bits, as one text; empty where there are none
     */
    public record Judged(String eventId, String source, String textSha256, String scoreBits) {}

    /** Copies the lists. */
    public Evidence {
        events = List.copyOf(events);
        unreadable = List.copyOf(unreadable);
        verdicts = List.copyOf(verdicts);
        deadLetters = List.copyOf(deadLetters);
    }

    /** Records that went in. */
    public int records() {
        return events.size() + unreadable.size() + tombstones;
    }
}
