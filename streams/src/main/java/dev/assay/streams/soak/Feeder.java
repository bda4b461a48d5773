package dev.assay.streams.soak;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends a run's records at an even pace, on a thread of its own, whatever becomes of the broker meanwhile. */
final class Feeder implements AutoCloseable {
    private final Workload workload;
    private final double rate;
    private final int fewest;
    private final Producer<byte[], byte[]> producer;
    private final Thread thread = new Thread(this::feed, "assay-feeder");
    private volatile boolean released;
    private volatile boolean stopped;
    private volatile Exception failure;
    private final AtomicInteger sent = new AtomicInteger();
    private final Semaphore turn = new Semaphore(1); // taken for a record, and for a pause

    /**
     * Begins to send.
     *
     * @param rate records a second; infinite: the fewest at once, and no more
     * @param fewest records to send in all
     */
    Feeder(String bootstrap, Workload workload, double rate, int fewest) {
        this.workload = workload;
        this.rate = rate;
        this.fewest = fewest;
        this.released = Double.isInfinite(rate);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.METADATA_MAX_AGE_CONFIG, // partitions may come, and topics go
                        5000,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        Integer.MAX_VALUE,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        TimeUnit.MINUTES.toMillis(5),
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) TimeUnit.MINUTES.toMillis(5)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        thread.setDaemon(true);
        thread.start();
    }

    private void feed() {
        long start = System.nanoTime();
        try {
            while (!stopped && !(released && sent.get() >= fewest)) {
                keepPace(start + (long) (sent.get() / rate * 1e9));
                turn.acquireUninterruptibly();
                var unused = producer.send(workload.record(sent.getAndIncrement()), (position, fault) -> {
                    if (fault != null) {
                        failure = fault;
                    }
                });
                turn.release();
            }
            producer.flush();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void keepPace(long due) {
        long left = due - System.nanoTime();
        while (left > 0 && !released && !stopped) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(20)));
            left = due - System.nanoTime();
        }
    }

    /** Sends nothing until {@link #resume}; what was sent is in its topic when this returns. */
    void pause() {
        turn.acquireUninterruptibly();
        producer.flush();
    }

    /** Goes on, and catches up with its pace. */
    void resume() {
        turn.release();
    }

    /** Records sent so far. */
    int sent() {
        return sent.get();
    }

    /** Sends what is missing of the fewest, as fast as it goes, and ends; the number of records sent. */
    int finish() throws InterruptedException {
        released = true;
        return end();
    }

    /** Sends no more; the number of records sent. */
    int stop() throws InterruptedException {
        stopped = true;
        return end();
    }

    private int end() throws InterruptedException {
        thread.join();
        if (failure != null) {
            throw new SoakFailure("the broker did not take a record: " + failure.getMessage());
        }
        return sent.get();
    }

    @Override
    public void close() {
        stopped = true;
        producer.close(java.time.Duration.ofSeconds(1));
    }
}
