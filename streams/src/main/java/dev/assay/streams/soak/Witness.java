package dev.assay.streams.soak;

import dev.assay.schemas.Topics;
import dev.assay.schemas.serde.VerdictDeserializer;
import dev.assay.streams.topic.CommittedReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads verdicts and dead letters as they are committed, on a thread of its own, and remembers what guarantees need. */
public final class Witness implements AutoCloseable {
    private static final long GLANCE_MS = 20;

    private final CommittedReader reader;
    private final VerdictDeserializer deserializer = new VerdictDeserializer();
    private final String verdictTopic;
    private final int partitions;
    private final OutcomeRows rows;
    private final Thread thread = new Thread(this::watch, "assay-witness");
    private Recovery recovery = new Recovery(0, Long.MAX_VALUE);
    private volatile RuntimeException failure;
    private volatile boolean finishing;

    /**
     * Watches from now on.
     *
     * @param bootstrap the broker
     * @param topics the topics of the run, all there
     * @param serde what verdicts are read with
     */
    public Witness(String bootstrap, Topics topics, Map<String, Object> serde) {
        verdictTopic = topics.verdicts().name();
        deserializer.configure(serde, false);
        rows = new OutcomeRows(verdictTopic, deserializer);
        reader = new CommittedReader(
                Map.of("bootstrap.servers", bootstrap),
                List.of(verdictTopic, topics.deadLetters().name()));
        partitions = (int) reader.partitions().stream()
                .filter(partition -> partition.topic().equals(verdictTopic))
                .count();
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (!finishing) {
                take(reader.poll());
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void take(List<ConsumerRecord<byte[], byte[]>> records) {
        long now = System.nanoTime();
        synchronized (this) {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                recovery.saw(record.partition(), rows.add(record), now);
            }
        }
    }

    /** Verdicts and dead letters seen. */
    public synchronized int answered() {
        return rows.size();
    }

    /** Verdicts seen, by the minute of their decision. */
    synchronized Map<Instant, Long> minutes() {
        return rows.minutes();
    }

    /** Looks out for the first verdicts that are made after a moment of the wall clock. */
    synchronized Recovery lookOut(long faultMillis) {
        recovery = new Recovery(partitions, faultMillis);
        return recovery;
    }

    /**
     * Waits until something holds.
     *
     * @return whether it does, rather than that the time ran out
     */
    public boolean await(BooleanSupplier condition, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            if (failure != null) {
                throw failure;
            }
            thread.join(GLANCE_MS);
        }
        return true;
    }

    /**
     * Reads whatever is left once nobody writes any more, and tells what there is.
     *
     * @param inputs what had gone in
     */
    public Evidence finish(List<Evidence.Input> inputs) throws InterruptedException {
        finishing = true;
        thread.join();
        reader.readToEnd(this::take);
        return rows.evidence(inputs);
    }

    @Override
    public void close() {
        finishing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.close();
        deserializer.close();
    }
}
