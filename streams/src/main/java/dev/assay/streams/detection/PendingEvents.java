package dev.assay.streams.detection;

import dev.assay.detectors.TextInput;
import dev.assay.schemas.TextEvent;
import dev.assay.streams.event.Ingested;
import dev.assay.streams.event.Judged;
import dev.assay.streams.event.Outcome;
import dev.assay.streams.event.Passage;
import dev.assay.streams.event.RawEvent;
import dev.assay.streams.ingest.Ingest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
    private final KeyValueStore<Integer, byte[]> store;
    private final ScoringEngine engine;
    private final Ingest ingest;
    private final Consumer<Judged> out;
    private final SlotRing slots;
    private final Generation generation = new Generation();
    private final KeyLines lines = new KeyLines();
    private final Queue<PendingEvent> onDisk = new ArrayDeque<>();
    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
    private final List<Result> drained = new ArrayList<>();
    private long held; // bytes taken from the engine's budget
    private int size;

    /** What a worker hands back: an outcome, or a fault of the machine. */
    private record Result(PendingEvent event, Outcome outcome, Throwable fault) {}

    PendingEvents(
            KeyValueStore<Integer, byte[]> store,
            ScoringEngine engine,
            Ingest ingest,
            int slots,
            Consumer<Judged> out) {
        this.store = store;
        this.engine = engine;
        this.ingest = ingest;
        this.out = out;
        this.slots = new SlotRing(slots);
    }

    /** Takes up again what an earlier life of the task left in the store, in order of source position (slots wrap). */
    void recover() {
        List<PendingEvent> left = new ArrayList<>();
        try (KeyValueIterator<Integer, byte[]> entries = store.all()) {
            while (entries.hasNext()) {
                KeyValue<Integer, byte[]> entry = entries.next();
                RawEvent raw = PendingCodec.decode(entry.value);
                slots.takeAgain(entry.key);
                left.add(new PendingEvent(entry.key, raw.key(), entry.value.length, raw.position()));
            }
        }
        left.sort(Comparator.comparing(event -> event.position));
        left.forEach(this::join);
        onDisk.addAll(left);
        admit();
    }

    /** Keeps an event, and has it scored as soon as there is memory for it. */
    void add(Ingested ingested) {
        RawEvent raw = ingested.raw();
        byte[] stored = PendingCodec.encode(raw);
        PendingEvent event = new PendingEvent(slots.take(), raw.key(), stored.length, raw.position());
        store.put(event.slot, stored);
        join(event);
        if (onDisk.isEmpty() && hold(event)) {
            submit(event, ingested);
        } else {
            onDisk.add(event);
        }
    }

    private void join(PendingEvent event) {
        lines.join(event);
        size++;
        engine.metrics().pending(1);
    }

    /** Hands on everything that is done and first of its line, then fills the memory that this freed. */
    void settleDone() {
        if (!results.isEmpty()) {
            results.drainTo(drained);
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
        engine.budget().release(held);
        engine.metrics().pending(-size);
        held = 0;
        size = 0;
    }

    private void admit() {
        while (!onDisk.isEmpty() && hold(onDisk.peek())) {
            readAgain(onDisk.remove());
        }
    }

    private boolean hold(PendingEvent event) {
        boolean granted = engine.budget().tryAcquire(event.bytes);
        if (granted) {
            held += event.bytes;
        }
        return granted;
    }

    private void readAgain(PendingEvent event) {
        Passage passage = ingest.ingest(PendingCodec.decode(store.get(event.slot)));
        if (passage instanceof Ingested ingested) {
            submit(event, ingested);
        } else if (passage instanceof Judged unreadable) { // the settings have changed since it was taken in
            event.judged = unreadable;
            lines.leave(event, this::emit);
        }
    }

    private void submit(PendingEvent event, Ingested ingested) {
        event.ingested = ingested;
        TextEvent content = ingested.event();
        TextInput text = new TextInput(content.getText(), content.getLanguage(), content.getDomain());
        event.scoring = engine.submit(text, generation)
                .whenComplete((outcome, fault) -> results.add(new Result(event, outcome, fault)));
    }

    private void settle(Result result) {
        if (result.fault() != null) {
            throw new MachineFaultException(result.fault());
        }
        result.event().settle(result.outcome());
        lines.leave(result.event(), this::emit);
    }

    private void emit(PendingEvent event) {
        out.accept(event.judged);
        store.put(event.slot, null);
        slots.release(event.slot);
        engine.budget().release(event.bytes);
        engine.metrics().pending(-1);
        held -= event.bytes;
        size--;
    }
}
