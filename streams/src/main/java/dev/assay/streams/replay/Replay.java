package dev.assay.streams.replay;

import dev.assay.streams.run.ShutdownSignal;
import dev.assay.streams.topic.CommittedReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends the records of a topic to the topic of events once more, as far as that topic reached when it began. Key, value, time, headers
 * and partition stay; a header says of which record each is the replay, and stands in for the identity of an event that brings none.
 */
public final class Replay {
    /** Largest record that is sent, where settings do not say; the broker's limit decides before. */
    private static final int MOST_BYTES = 64 << 20;

    private final Map<String, Object> client;
    private final ReplayOrder order;
    private final LongSupplier now;
    private final ReplayTally tally = new ReplayTally();
    private volatile Exception failure;

    /**
     * Sends nothing yet.
     *
     * @param client settings of Kafka's clients, {@code bootstrap.servers} among them
     * @param now the clock, ms since 1970
     */
    public Replay(Map<String, Object> client, ReplayOrder order, LongSupplier now) {
        this.client = new HashMap<>(client);
        this.order = order;
        this.now = now;
    }

    /** What it has looked at so far. */
    public ReplayTally tally() {
        return tally;
    }

    /**
     * Does it.
     *
     * @return whether it came to the end, rather than being told to stop
     * @throws ReplayFailure when the broker does not take a record
     */
    public boolean run(ShutdownSignal signal) throws InterruptedException {
        try (CommittedReader reader = new CommittedReader(client, List.of(order.source()));
                Producer<byte[], byte[]> producer = producer()) {
            Map<TopicPartition, Long> ends = reader.logEnds();
            seek(reader, ends);
            Selection selection =
                    new Selection(order, producer.partitionsFor(order.events()).size(), tally, now);
            Pace pace = new Pace(order.rate(), signal);
            while (isBefore(reader, ends)) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll()) {
                    long end = ends.get(new TopicPartition(record.topic(), record.partition()));
                    if (record.offset() < end && !replay(record, selection, pace, producer)) {
                        return false;
                    }
                }
            }
            producer.flush();
            requireTaken();
            return true;
        }
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> own = new HashMap<>(client);
        own.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MOST_BYTES);
        own.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * MOST_BYTES);
        return new KafkaProducer<>(own, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A partition without a record of that time is passed over. */
    private void seek(CommittedReader reader, Map<TopicPartition, Long> ends) {
        if (order.from().isPresent()) {
            Map<TopicPartition, Long> starts = new HashMap<>(ends);
            starts.putAll(reader.offsetsAt(order.from().get().toEpochMilli()));
            reader.seek(starts);
        }
    }

    private static boolean isBefore(CommittedReader reader, Map<TopicPartition, Long> ends) {
        return reader.positions().entrySet().stream().anyMatch(at -> at.getValue() < ends.get(at.getKey()));
    }

    private boolean replay(
            ConsumerRecord<byte[], byte[]> record, Selection selection, Pace pace, Producer<byte[], byte[]> producer)
            throws InterruptedException {
        requireTaken();
        Selection.Choice choice = selection.choose(record).orElse(null);
        if (choice == null) {
            return true;
        }
        if (!order.dryRun() && !pace.await()) {
            return false;
        }
        tally.choose(choice.cause());
        if (!order.dryRun()) {
            send(producer, choice);
        }
        return true;
    }

    private void send(Producer<byte[], byte[]> producer, Selection.Choice choice) {
        var unused = producer.send(choice.record(), (position, fault) -> {
            if (fault instanceof RecordTooLargeException || fault instanceof InvalidTimestampException) {
                tally.refuse(
                        choice.cause(),
                        "refused by " + order.events() + ": too large for it, or of a time it does not take");
            } else if (fault != null) {
                failure = fault;
            }
        });
    }

    private void requireTaken() {
        if (failure != null) {
            throw new ReplayFailure(order.events() + " did not take a record: " + failure.getMessage());
        }
    }
}
