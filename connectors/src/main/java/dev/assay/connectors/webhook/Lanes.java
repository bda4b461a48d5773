package dev.assay.connectors.webhook;

import dev.assay.connectors.webhook.Answer.Later;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Attempts deliveries: those of one key one after another, those of different keys side by side. */
final class Lanes implements AutoCloseable {
    /** No new request begins later in a pass, so that a pass with one more time-out stays far below {@code max.poll.interval.ms}. */
    private static final Duration PASS = Duration.ofSeconds(60);

    private final WebhookSinkConfig config;
    private final WebhookClient client;
    private final ExecutorService workers;

    Lanes(WebhookSinkConfig config, WebhookClient client) {
        this.config = config;
        this.client = client;
        this.workers = Executors.newFixedThreadPool(config.getInt(WebhookSinkConfig.IN_FLIGHT), task -> {
            Thread thread = new Thread(task, "assay-webhook");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Attempts what is due, at most once each.
     *
     * @return the longest pause that an answer asked for
     */
    Duration pass(Collection<Delivery> deliveries) {
        long end = System.nanoTime() + PASS.toNanos();
        try {
            Duration longest = Duration.ZERO;
            for (Future<Duration> lane : workers.invokeAll(lanes(deliveries, end))) {
                Duration pause = lane.get();
                longest = pause.compareTo(longest) > 0 ? pause : longest;
            }
            return longest;
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof ConnectException unusable) {
                throw unusable;
            }
            throw new ConnectException("cannot post", fault.getCause());
        } catch (InterruptedException | CancellationException | RejectedExecutionException stopping) {
            throw new RetriableException("the task is stopping");
        }
    }

    private List<Callable<Duration>> lanes(Collection<Delivery> deliveries, long end) {
        var byKey = new LinkedHashMap<Object, List<Delivery>>();
        deliveries.forEach(delivery ->
                byKey.computeIfAbsent(key(delivery), key -> new ArrayList<>()).add(delivery));
        var lanes = new ArrayList<Callable<Duration>>();
        byKey.values().forEach(lane -> lanes.add(() -> attempt(lane, end)));
        return lanes;
    }

    /** Without a key there is no order to keep. */
    private static Object key(Delivery delivery) {
        SinkRecord row = delivery.row();
        return row.key() == null ? delivery : row.key() instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : row.key();
    }

    private Duration attempt(List<Delivery> lane, long end) throws InterruptedException {
        for (Delivery delivery : lane) {
            if (delivery.isDone()) {
                continue;
            }
            if (!delivery.isDue() || System.nanoTime() - end >= 0) {
                return Duration.ZERO;
            }
            Answer answer = delivery.attempt(client, config);
            if (answer instanceof Later later && !delivery.isDone()) {
                return later.pause(); // the next ones of this key wait for it
            }
        }
        return Duration.ZERO;
    }

    @Override
    public void close() {
        workers.shutdownNow();
        try {
            workers.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
