package dev.assay.streams.detection;

import dev.assay.detectors.TextInput;
import dev.assay.schemas.TextEvent;
import dev.assay.streams.event.Failure;
import dev.assay.streams.event.Ingested;
import dev.assay.streams.event.Judged;
import dev.assay.streams.event.Outcome;
import dev.assay.streams.event.Passage;
import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import dev.assay.streams.ingest.Ingest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The events of one task between their arrival and their outcome, for one life of the task. All of them are in the store; as many as
 * the JVM's memory budget allows are with the engine, the rest wait on disk alone.
 *
 * <p>Only the task's stream thread calls this; workers reach it through a queue of results that dies with it.
 */
final class PendingEvents {
    /** As they arrived: whose offsets begin anew is a new topic of the old name, or is read again from an earlier offset. */
    private static final Comparator<PendingEvent> ARRIVAL = Comparator.comparingInt(
                    (PendingEvent event) -> event.restarts)
            .reversed()
            .thenComparing(event -> event.position);

    private final KeyValueStore<Integer, byte[]> store;
    private final ScoringEngine engine;
    private final Ingest ingest;
    private final TaskPort task;
    private final ScoreSettings settings;
    private final SlotRing slots;
    private final Trials trials;
    private final Generation generation = new Generation();
    private final KeyLines lines = new KeyLines();
    private final Queue<PendingEvent> onDisk = new ArrayDeque<>();
    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
    private final List<Result> drained = new ArrayList<>();
    private long newest = -1; // offset of the last event since offsets began
    private long held; // bytes taken from the engine's budget
    private int size;

    /** What a worker hands back: an outcome, or a fault of the machine. */
    private record Result(PendingEvent event, Outcome outcome, Throwable fault) {}

    PendingEvents(
            KeyValueStore<Integer, byte[]> store,
            ScoringEngine engine,
            Ingest ingest,
            ScoreSettings settings,
            TaskPort task) {
        this.store = store;
        this.engine = engine;
        this.ingest = ingest;
        this.settings = settings;
        this.task = task;
        this.slots = new SlotRing(settings.slots());
        this.trials = new Trials(store, engine.suspects(), task);
    }

    /**
     * Takes up again what an earlier life of the task left in the store, in order of arrival (slots wrap). Nothing is handed on yet: the nodes
     * behind this one may not be ready.
     *
     * @throws PendingStoreException where something in it is not for this application
     */
    void recover() {
        List<PendingEvent> left = new ArrayList<>();
        try (KeyValueIterator<Integer, byte[]> entries = store.all()) {
            while (entries.hasNext()) {
                KeyValue<Integer, byte[]> entry = entries.next();
                slots.takeAgain(entry.key);
                left.add(leftIn(entry.key, entry.value));
            }
        }
        left.sort(ARRIVAL);
        left.forEach(this::join);
        left.forEach(this::line);
    }

    private PendingEvent leftIn(int slot, byte[] stored) {
        Kept kept;
        try {
            kept = PendingCodec.decode(stored);
        } catch (UnreadablePendingException e) {
            return new PendingEvent(slot, null, stored.length, task.changelog(slot));
        }
        SourcePosition position = kept.raw().position();
        if (!position.topic().equals(settings.topic())) {
            throw PendingStoreException.ofTopic(position.topic(), settings.topic());
        }
        PendingEvent event = new PendingEvent(slot, kept.raw().key(), stored.length, position);
        event.attempts = kept.attempts();
        event.restarts = kept.restarts();
        if (kept.restarts() == 0) {
            newest = Math.max(newest, position.offset());
        }
        return event;
    }

    /** Puts an event, which is in the store, where it will be read again. */
    private void line(PendingEvent event) {
        if (isSuspect(event) && event.attempts < Trials.MOST_ATTEMPTS) {
            trials.add(event);
        } else {
            onDisk.add(event);
        }
    }

    private boolean isSuspect(PendingEvent event) {
        return event.attempts > 0 || engine.suspects().isOfDeath(event.position);
    }

    /** Keeps an event, and has it scored as soon as there is memory for it. One that the changelog would refuse is a failure at once. */
    void add(Ingested ingested) {
        RawEvent raw = ingested.raw();
        byte[] stored = PendingCodec.encode(raw);
        long size = PendingCodec.room(stored);
        if (size > settings.room()) {
            Outcome refused = Outcome.Failed.of(new OversizedPendingException(size, settings.room()));
            task.forward(new Judged(raw, ingested.event(), refused));
            return;
        }
        if (raw.position().offset() <= newest) {
            slots.taken().forEach(this::noteRestart);
        }
        newest = raw.position().offset();
        PendingEvent event = new PendingEvent(slots.take(), raw.key(), stored.length, raw.position());
        store.put(event.slot, stored);
        join(event);
        if (!isSuspect(event) && onDisk.isEmpty() && hold(event)) {
            submit(event, ingested, false);
        } else {
            line(event);
        }
    }

    /** A later life must not take what is pending now, at higher offsets, for what came after the event with which offsets begin anew. */
    private void noteRestart(int slot) {
        try {
            store.put(
                    slot,
                    PendingCodec.encode(PendingCodec.decode(store.get(slot)).afterRestart()));
        } catch (UnreadablePendingException e) {
            // It has no order to keep.
        }
    }

    private void join(PendingEvent event) {
        lines.join(event);
        size++;
        engine.progress().pending(1);
    }

    /** Hands on everything that is done and first of its line, then fills the memory that this freed. */
    void settleDone() {
        if (!results.isEmpty()) {
            results.drainTo(drained);
            drained.forEach(this::blame); // all of them: the first fault ends this life
            drained.forEach(this::settle);
            drained.clear();
        }
        admit();
    }

    /** Waits for one result, and settles it. Returns whether there was one. */
    boolean awaitOne(long nanos) {
        try {
            Result result = results.poll(nanos, TimeUnit.NANOSECONDS);
            if (result != null) {
                blame(result);
                settle(result);
            }
            return result != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int size() {
        return size;
    }

    /** Whether some events wait for memory. */
    boolean isOutOfMemory() {
        return !onDisk.isEmpty();
    }

    /** Ends this life: no result of it will be looked at. The store keeps the events. */
    void end() {
        generation.end();
        trials.end();
        engine.budget().release(held);
        engine.progress().pending(-size);
        held = 0;
        size = 0;
    }

    private void admit() {
        while (!onDisk.isEmpty() && hold(onDisk.peek())) {
            readAgain(onDisk.remove(), false);
        }
        PendingEvent suspect = trials.due();
        if (suspect != null && hold(suspect)) {
            trials.begin();
            readAgain(suspect, true);
        }
    }

    private boolean hold(PendingEvent event) {
        boolean granted = engine.budget().tryAcquire(event.bytes);
        if (granted) {
            held += event.bytes;
        }
        return granted;
    }

    private void readAgain(PendingEvent event, boolean onTrial) {
        Passage passage = read(event, onTrial);
        if (passage instanceof Ingested ingested) {
            submit(event, ingested, onTrial);
        } else if (passage instanceof Judged hopeless) {
            event.judged = hopeless;
            settled(event);
        }
    }

    /** The event in the store, or why it is not to be scored: it did harm too often, or the settings or the store have changed. */
    private Passage read(PendingEvent event, boolean onTrial) {
        byte[] stored = store.get(event.slot);
        try {
            RawEvent raw = PendingCodec.decode(stored).raw();
            if (!onTrial && event.attempts >= Trials.MOST_ATTEMPTS) {
                return failed(raw, Failure.of(new RepeatedFaultException(event.attempts)));
            }
            return engine.suspects()
                    .verdict(event.position)
                    .<Passage>map(why -> failed(raw, why))
                    .orElseGet(() -> ingest.ingest(raw));
        } catch (UnreadablePendingException e) {
            RawEvent raw = new RawEvent(null, stored, task.now(), new RecordHeaders(), event.position);
            return failed(raw, Failure.of(e));
        }
    }

    private static Judged failed(RawEvent raw, Failure why) {
        return new Judged(raw, null, new Outcome.Failed(why));
    }

    private void submit(PendingEvent event, Ingested ingested, boolean alone) {
        event.ingested = ingested;
        TextEvent content = ingested.event();
        TextInput text = new TextInput(content.getText(), content.getLanguage(), content.getDomain());
        event.scoring = engine.submit(new Job(text, event.position, generation, alone))
                .whenComplete((outcome, fault) -> results.add(new Result(event, outcome, fault)));
    }

    private void blame(Result result) {
        if (result.fault() instanceof SuspectTextException) {
            engine.suspects().blame(result.event().position, result.fault());
        }
    }

    private void settle(Result result) {
        PendingEvent event = result.event();
        if (result.fault() != null) {
            throw new MachineFaultException(result.fault());
        }
        event.settle(result.outcome());
        settled(event);
    }

    private void settled(PendingEvent event) {
        trials.settle(event);
        lines.leave(event, this::emit);
    }

    private void emit(PendingEvent event) {
        try {
            task.forward(event.judged);
        } catch (RuntimeException | Error fault) {
            engine.suspects().blame(event.position, fault);
            throw fault;
        }
        engine.suspects().answered(event.position);
        store.put(event.slot, null);
        slots.release(event.slot);
        engine.budget().release(event.bytes);
        engine.progress().pending(-1);
        held -= event.bytes;
        size--;
    }
}
