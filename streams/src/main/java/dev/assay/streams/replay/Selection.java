package dev.assay.streams.replay;

import dev.assay.streams.emit.DeadLetter;
import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.RecordTime;
import dev.assay.streams.event.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Tells of each record whether it is to be judged again, and makes the same event of it, in the partition that it was in. */
final class Selection {
    private final ReplayOrder order;
    private final int partitions;
    private final ReplayTally tally;
    private final LongSupplier now;

    /** A record to send, and the exception it died of, or {@code event}. */
    record Choice(String cause, ProducerRecord<byte[], byte[]> record) {}

    /**
     * @param partitions those of the topic of events
     * @param now the clock, ms since 1970
     */
    Selection(ReplayOrder order, int partitions, ReplayTally tally, LongSupplier now) {
        this.order = order;
        this.partitions = partitions;
        this.tally = tally;
        this.now = now;
    }

    Optional<Choice> choose(ConsumerRecord<byte[], byte[]> record) {
        return order.isOfDeadLetters() ? ofLetter(record) : ofEvent(record);
    }

    private Optional<Choice> ofEvent(ConsumerRecord<byte[], byte[]> record) {
        if (!order.includes(record.timestamp())) {
            return Optional.empty();
        }
        if (record.value() == null) {
            tally.passOver("tombstones");
            return Optional.empty();
        }
        SourcePosition position = new SourcePosition(record.topic(), record.partition(), record.offset());
        return Optional.of(new Choice("event", again(record, position, record.timestamp())));
    }

    private Optional<Choice> ofLetter(ConsumerRecord<byte[], byte[]> record) {
        DeadLetter letter = DeadLetter.of(record.headers()).orElse(null);
        if (!order.includes(time(record, letter))) {
            return Optional.empty();
        }
        if (letter == null || record.value() == null) {
            tally.passOver("not dead letters: they do not say of which record they are");
        } else if (isWanted(letter)) {
            return ofWanted(record, letter);
        }
        return Optional.empty();
    }

    /** The time of the record that was buried, which its letter may say of itself: the topic's may be that of the burial. */
    private static long time(ConsumerRecord<byte[], byte[]> record, DeadLetter letter) {
        return letter == null ? record.timestamp() : letter.timestamp().orElse(record.timestamp());
    }

    private boolean isWanted(DeadLetter letter) {
        return order.reason()
                .map(reason -> reason.equals(letter.cause()) || reason.equals(letter.exception()))
                .orElse(true);
    }

    private Optional<Choice> ofWanted(ConsumerRecord<byte[], byte[]> record, DeadLetter letter) {
        if (!letter.position().topic().equals(order.events())) {
            tally.passOver("of " + letter.position().topic() + ", which holds no events");
        } else if (letter.isCut()) {
            tally.passOver("cut short: only their beginning was kept; replay text-events where it still holds them");
        } else {
            return Optional.of(new Choice(letter.cause(), again(record, letter.position(), time(record, letter))));
        }
        return Optional.empty();
    }

    private ProducerRecord<byte[], byte[]> again(
            ConsumerRecord<byte[], byte[]> record, SourcePosition position, long timestamp) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!DeadLetter.owns(header)) {
                headers.add(header);
            }
        }
        Header first = headers.lastHeader(RawEvent.REPLAY_OF);
        if (first == null || first.value() == null) { // otherwise it names the first of several lives
            headers.add(RawEvent.REPLAY_OF, position.asId().getBytes(StandardCharsets.UTF_8));
        }
        Integer partition = position.partition() < partitions ? position.partition() : null;
        // One without a time, or of a time that the broker would refuse, gets that of now.
        long time = RecordTime.within(timestamp, now.getAsLong());
        return new ProducerRecord<>(order.events(), partition, time, record.key(), record.value(), headers);
    }
}
