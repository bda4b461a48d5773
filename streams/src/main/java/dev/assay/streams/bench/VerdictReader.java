package dev.assay.streams.bench;

import dev.assay.schemas.Topics;
import dev.assay.streams.topic.CommittedReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads committed verdicts and dead letters. */
final class VerdictReader implements AutoCloseable {
    private static final long LONGEST_SILENCE = TimeUnit.MINUTES.toNanos(2);

    private final CommittedReader reader;

    VerdictReader(String bootstrap, Topics topics) {
        reader = new CommittedReader(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                List.of(topics.verdicts().name(), topics.deadLetters().name()));
    }

    /**
     * Reads so many records.
     *
     * @param each takes every record with the time of its arrival, nanoseconds
     */
    void read(int count, ObjLongConsumer<ConsumerRecord<byte[], byte[]>> each) {
        long lastNews = System.nanoTime();
        for (int seen = 0; seen < count; ) {
            var records = reader.poll();
            long now = System.nanoTime();
            records.forEach(record -> each.accept(record, now));
            seen += records.size();
            lastNews = records.isEmpty() ? lastNews : now;
            if (now - lastNews > LONGEST_SILENCE) {
                throw new BenchException("no verdict for two minutes, after " + seen + " of " + count
                        + " (--debug shows the application's log).");
            }
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
