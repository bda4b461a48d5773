package dev.assay.streams.soak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one run left on its topics, as a read_committed reader sees it.
 *
 * @param inputs records that went in, in an order that holds for each line
 * @param verdicts in the order of their partitions
 * @param deadLetters in the order of their partitions
 */
public record Evidence(List<Input> inputs, List<Judged> verdicts, List<Buried> deadLetters) {
    /**
     * A record that went in.
     *
     * @param name by which its outcome is known again
     * @param position where it stood, {@code partition-offset}
     * @param eventId the id that its verdict must have
     * @param line what must keep its order: the key within a partition
     * @param kind what is odd about it; empty: nothing
     * @param due what must come of it
     */
    public record Input(String name, String position, String eventId, String line, Optional<String> kind, Due due) {
        /** The same, deleted before anybody had read it. */
        Input lost() {
            return new Input(name, position, eventId, line, kind, due == Due.NOTHING ? due : Due.LOST);
        }
    }

    /**
     * What guarantees need of a verdict.
     *
     * @param name of the record that it is on
     * @param eventId the event's id
     * @param textSha256 which text it was
     * @param scoreBits every score with its bits, as one text; empty where there are none
     */
    public record Judged(String name, String eventId, String textSha256, String scoreBits) {}

    /**
     * What guarantees need of a dead letter.
     *
     * @param name of the record that it is of
     * @param cause the exception's class, without its package
     */
    public record Buried(String name, String cause) {}

    /** Copies the lists. */
    public Evidence {
        inputs = List.copyOf(inputs);
        verdicts = List.copyOf(verdicts);
        deadLetters = List.copyOf(deadLetters);
    }

    /** Records that went in of which this is due. */
    public int count(Due due) {
        return (int) inputs.stream().filter(input -> input.due() == due).count();
    }

    /** Odd records, tombstones apart. */
    public int hostile() {
        return (int) inputs.stream().filter(input -> input.kind().isPresent()).count();
    }

    Map<String, Input> byName() {
        Map<String, Input> byName = new HashMap<>();
        inputs.forEach(input -> byName.put(input.name(), input));
        return byName;
    }
}
