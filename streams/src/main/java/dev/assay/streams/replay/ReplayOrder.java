package dev.assay.streams.replay;

import java.time.Instant;
import java.util.Optional;

/**
 * What is to be judged again.
 *
 * @param source topic of events or of dead letters
 * @param events topic of events, which takes the records
 * @param from time of the earliest record, where not all are wanted from the beginning
 * @param to time that all records are earlier than, where not all are wanted to the present end
 * @param reason exception of the dead letters, with or without its package, where not all are wanted
 * @param rate most records a second; infinite for no limit
 * @param dryRun whether nothing is to be sent
 */
public record ReplayOrder(
        String source,
        String events,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> reason,
        double rate,
        boolean dryRun) {
    boolean isOfDeadLetters() {
        return !source.equals(events);
    }

    boolean includes(long timestamp) {
        return from.map(time -> timestamp >= time.toEpochMilli()).orElse(true)
                && to.map(time -> timestamp < time.toEpochMilli()).orElse(true);
    }
}
