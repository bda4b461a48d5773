package dev.assay.streams.metrics;

import dev.assay.schemas.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps measurements until their window closes, then writes the window at once. One that comes later than that opens its window
 * again: what is written then has the same key and adds to what was written before.
 *
 * <p>The clock is the latest decision, so that a backlog is worked off by its own time; when nothing has come for a grace period it is
 * the wall clock, so that the last window before a silence is written, too.
 */
final class WindowProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Windows windows;
    private final MetricsWriter writer;
    private final String topic;
    private final TopicMeters meters;
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<Bytes, byte[]> store;
    private Cancellable glances;
    private long lastArrival; // wall clock, ms

    WindowProcessor(Windows windows, MetricsWriter writer, String topic, TopicMeters meters) {
        this.windows = windows;
        this.writer = writer;
        this.topic = topic;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        store = context.getStateStore(MeasurementStore.NAME);
        lastArrival = context.currentSystemTimeMs();
        if (!isEmpty()) {
            watch();
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        long start = windows.start(record.timestamp());
        if (start < windows.firstOpen(streamTime())) {
            meters.late();
        }
        store.put(
                MeasurementStore.key(
                        start, context.recordMetadata().orElseThrow().offset()),
                record.value());
        lastArrival = context.currentSystemTimeMs();
        watch();
    }

    /** A verdict from the future does not close the present. */
    private long streamTime() {
        return Math.min(context.currentStreamTimeMs(), context.currentSystemTimeMs());
    }

    /** Only while something is open: a punctuator that is always there makes an idle application commit for ever. */
    private void watch() {
        if (glances == null) {
            glances = context.schedule(GLANCE, PunctuationType.WALL_CLOCK_TIME, this::glance);
        }
    }

    private void glance(long now) {
        boolean silent = now - lastArrival >= windows.grace().toMillis();
        closeBefore(windows.firstOpen(silent ? now : streamTime()));
        if (isEmpty()) {
            glances.cancel();
            glances = null;
        }
    }

    private void closeBefore(long firstOpen) {
        TreeMap<Long, List<Measurement>> closed = new TreeMap<>();
        List<Bytes> done = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> kept =
                store.range(MeasurementStore.key(0, 0), MeasurementStore.key(Math.max(0, firstOpen), -1))) {
            while (kept.hasNext()) {
                KeyValue<Bytes, byte[]> entry = kept.next();
                long start = MeasurementStore.windowStart(entry.key);
                if (start >= firstOpen) {
                    break;
                }
                List<Measurement> measurements = closed.computeIfAbsent(start, window -> new ArrayList<>());
                Measurement.read(entry.value).ifPresentOrElse(measurements::add, meters::unreadable);
                done.add(entry.key);
            }
        }
        closed.forEach(this::write);
        done.forEach(store::delete);
    }

    private void write(long start, List<Measurement> measurements) {
        List<Metrics> records = new WindowTally(start, start + windows.size().toMillis(), measurements).records();
        for (Metrics metrics : records) {
            byte[] key = key(metrics).getBytes(StandardCharsets.UTF_8);
            context.forward(new Record<>(key, writer.write(topic, metrics), start));
        }
        meters.written(records);
    }

    /** Such as {@code 2026-11-24T10:00:00Z/MACHINE/DOMAIN/news}. */
    private static String key(Metrics metrics) {
        return String.join(
                "/",
                metrics.getWindowStart().toString(),
                metrics.getQuestion(),
                metrics.getDimension().name(),
                metrics.getValue());
    }

    private boolean isEmpty() {
        try (KeyValueIterator<Bytes, byte[]> kept = store.all()) {
            return !kept.hasNext();
        }
    }

    @Override
    public void close() {
        meters.forget();
    }
}
