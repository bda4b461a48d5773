package dev.assay.streams.detection;

import dev.assay.streams.event.Ingested;
import dev.assay.streams.event.Judged;
import dev.assay.streams.event.Passage;
import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import dev.assay.streams.ingest.Ingest;
import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps events in the pending store while the engine scores them, and hands them on with their outcome, in order for each key.
 *
 * <p>It is a plain processor because a fixed-key one cannot forward from a punctuator.
 */
final class ScoreProcessor implements Processor<byte[], Passage, byte[], Passage> {
    /** Looks for results where no event brings the thread here. */
    private static final Duration ROUND = Duration.ofMillis(10);

    private final String storeName;
    private final ScoringEngine engine;
    private final Ingest ingest;
    private final ScoreSettings settings;
    private ProcessorContext<byte[], Passage> context;
    private PendingEvents pending;
    private Cancellable rounds;
    private Patience patience;
    private Commits commits;
    /** Commits of the thread when it was last here. */
    private long committed;

    ScoreProcessor(String storeName, ScoringEngine engine, Ingest ingest, ScoreSettings settings) {
        this.storeName = storeName;
        this.engine = engine;
        this.ingest = ingest;
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<byte[], Passage> context) {
        close();
        this.context = context;
        commits = Commits.ofThisThread(context.metrics());
        committed = commits.count();
        engine.progress().forgetAnswers();
        KeyValueStore<Integer, byte[]> store = context.getStateStore(storeName);
        pending = new PendingEvents(store, engine, ingest, settings, new Port());
        pending.recover();
        patience = Patience.ofThisThread();
        patience.renew();
        keepLooking();
    }

    @Override
    public void process(Record<byte[], Passage> record) {
        if (!(record.value() instanceof Ingested ingested)) {
            throw new IllegalStateException("score takes events that could be read");
        }
        noteCommit();
        pending.settleDone();
        pending.add(ingested);
        holdBack();
        keepLooking();
    }

    /**
     * Lets results catch up with arrivals, but only so long: then the ring of slots takes more than the capacity. Once full it waits for
     * more than one result: stream thread and workers would otherwise wake each other for every event.
     */
    private void holdBack() {
        if (isFull()) {
            Duration longest = settings.longestWait(pending.size());
            while ((isFull() || pending.size() > settings.resumeAt()) && patience.left(longest) > 0) {
                long start = System.nanoTime();
                pending.awaitOne(patience.left(longest));
                pending.settleDone();
                patience.use(System.nanoTime() - start);
            }
        }
    }

    private boolean isFull() {
        return pending.size() > settings.capacity() || pending.isOutOfMemory();
    }

    private void noteCommit() {
        long now = commits.count();
        if (now > committed) {
            committed = now;
            engine.progress().hasCommitted();
        }
    }

    private void round(long now) {
        noteCommit();
        pending.settleDone();
        patience.renew();
        if (pending.size() == 0) {
            stopLooking();
        }
    }

    /** Only while something is pending: a punctuator makes even an idle application commit, for ever. */
    private void keepLooking() {
        if (rounds == null && pending.size() > 0) {
            rounds = context.schedule(ROUND, PunctuationType.WALL_CLOCK_TIME, this::round);
        }
    }

    private void stopLooking() {
        if (rounds != null) {
            rounds.cancel();
            rounds = null;
        }
    }

    @Override
    public void close() {
        if (pending != null) {
            pending.end();
            pending = null;
        }
        stopLooking();
    }

    /** The task as its pending events see it. */
    private final class Port implements TaskPort {
        @Override
        public void forward(Judged judged) {
            RawEvent raw = judged.raw();
            Record<byte[], Passage> record = new Record<>(raw.key(), judged, raw.timestamp(), raw.headers());
            engine.outgoing().onBehalfOf(raw.position(), () -> context.forward(record));
        }

        @Override
        public void requestCommit() {
            context.commit();
        }

        @Override
        public long commits() {
            return commits.count();
        }

        @Override
        public long now() {
            return context.currentSystemTimeMs();
        }

        @Override
        public SourcePosition changelog(int slot) {
            String topic = PendingStore.topic(context.applicationId());
            return new SourcePosition(topic, context.taskId().partition(), slot);
        }
    }
}
