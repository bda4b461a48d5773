package dev.assay.streams.detection;

import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The suspects of one task: events that were with a worker when a process died. They are tried one at a time in the whole JVM, each with no
 * other text at work, and only once the store's record, with one attempt more, is committed: a text that kills the process each time is known
 * by its attempts. One that survives has them struck off before the next is tried.
 */
final class Trials {
    /** After so many attempts, each the last thing that is known of its life, an event is not tried again. */
    static final int MOST_ATTEMPTS = 3;

    private final KeyValueStore<Integer, byte[]> store;
    private final Suspects suspects;
    private final TaskPort task;
    private final Queue<PendingEvent> waiting = new ArrayDeque<>();
    /** The one that is tried; null where none is. */
    private PendingEvent current;
    /** How often the thread had committed when the attempt was written. */
    private long commits;

    private boolean isWithEngine;

    Trials(KeyValueStore<Integer, byte[]> store, Suspects suspects, TaskPort task) {
        this.store = store;
        this.suspects = suspects;
        this.task = task;
    }

    void add(PendingEvent event) {
        waiting.add(event);
    }

    /** The one that may go to the engine now, alone; null where none may. */
    PendingEvent due() {
        if (current == null && !waiting.isEmpty() && suspects.beginTrial()) {
            current = waiting.remove();
            write(current, current.attempts + (suspects.wasSpared(current.position) ? 0 : 1));
            commits = task.commits();
            task.requestCommit();
        } else if (current != null && !isWithEngine && task.commits() > commits) {
            return current;
        }
        return null;
    }

    /** It is with the engine. */
    void begin() {
        isWithEngine = true;
    }

    /** Strikes off the attempts of one that has survived. */
    void settle(PendingEvent event) {
        if (event == current) {
            write(event, 0);
            suspects.endTrial();
            current = null;
            isWithEngine = false;
        }
    }

    /** Ends this life of the task: what is being tried meanwhile has done no harm. */
    void end() {
        if (current != null) {
            suspects.spare(current.position);
            suspects.endTrial();
            current = null;
        }
    }

    private void write(PendingEvent event, int attempts) {
        event.attempts = attempts;
        Kept kept = PendingCodec.decode(store.get(event.slot));
        store.put(event.slot, PendingCodec.encode(kept.withAttempts(attempts)));
    }
}
