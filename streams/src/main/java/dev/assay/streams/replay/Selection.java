package dev.assay.streams.replay;

import dev.assay.streams.emit.DeadLetter;
import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Tells of each record whether it is to be judged again, and makes the same event of it, in the partition that it was in. */
final class Selection {
    private final ReplayOrder order;
    private final int partitions;
    private final ReplayTally tally;

    /** A record to send, and the exception it died of, or {@code event}. */
    record Choice(String cause, ProducerRecord<byte[], byte[]> record) {}

    /** @param partitions those of the topic of events */
    Selection(ReplayOrder order, int partitions, ReplayTally tally) {
        this.order = order;
        this.partitions = partitions;
        this.tally = tally;
    }

    Optional<Choice> choose(ConsumerRecord<byte[], byte[]> record) {
        if (!order.includes(record.timestamp())) {
            return Optional.empty();
        }
        return order.isOfDeadLetters() ? ofLetter(record) : ofEvent(record);
    }

    private Optional<Choice> ofEvent(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            tally.passOver("tombstones");
            return Optional.empty();
        }
        SourcePosition position = new SourcePosition(record.topic(), record.partition(), record.offset());
        return Optional.of(new Choice("event", again(record, position)));
    }

    private Optional<Choice> ofLetter(ConsumerRecord<byte[], byte[]> record) {
        DeadLetter letter = DeadLetter.of(record.headers()).orElse(null);
        if (letter == null || record.value() == null) {
            tally.passOver("not dead letters: they do not say of which record they are");
        } else if (isWanted(letter)) {
            return ofWanted(record, letter);
        }
        return Optional.empty();
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
            return Optional.of(new Choice(letter.cause(), again(record, letter.position())));
        }
        return Optional.empty();
    }

    private ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> record, SourcePosition position) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!DeadLetter.owns(header)) {
                headers.add(header);
            }
        }
        if (headers.lastHeader(RawEvent.REPLAY_OF) == null) { // otherwise it names the first of several lives
            headers.add(RawEvent.REPLAY_OF, position.asId().getBytes(StandardCharsets.UTF_8));
        }
        Integer partition = position.partition() < partitions ? position.partition() : null;
        return new ProducerRecord<>(
                order.events(), partition, record.timestamp(), record.key(), record.value(), headers);
    }
}
