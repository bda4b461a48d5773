package dev.assay.streams.detection;

import dev.assay.schemas.registry.RegistryException;
import dev.assay.streams.event.Failure;
import dev.assay.streams.event.SourcePosition;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.internals.FailedProcessingException;

/**
 * Events under suspicion, over all tasks of the JVM, by source position, which outlives the lives of tasks and threads.
 *
 * <p>Faults that a stream thread or a worker met at one event are counted here, since the transaction that would remember them in the store is
 * the one that the fault undoes. Of a death of the process no more is known than which events were at work; those are tried by
 * {@link Trials}, which count in the store.
 */
final class Suspects {
    /** So often an event may do harm; then it is a dead letter. */
    static final int MOST = 3;

    private static final int REMEMBERED = 1000;

    private final Map<SourcePosition, Fault> faults = new Remembered();
    private final Set<Throwable> counted = Collections.newSetFromMap(new WeakHashMap<>());
    private final Set<String> ofDeath;
    private final Set<SourcePosition> spared = new HashSet<>();
    private final AtomicBoolean trial = new AtomicBoolean();

    private record Fault(int count, Throwable last) {}

    /** @param atWork ids of the positions that were at work when the last life of the process died */
    Suspects(Set<String> atWork) {
        ofDeath = new HashSet<>(atWork);
    }

    /** Counts a fault that was met at an event, where it may be that event's doing. The same fault counts once, at whom it is laid first. */
    synchronized void blame(SourcePosition position, Throwable fault) {
        if (mayBeOfAnEvent(fault) && counted.add(root(fault))) {
            blameFor(position, root(fault));
        }
    }

    /** Counts a fault that is an event's beyond doubt. */
    synchronized void blameFor(SourcePosition position, Throwable fault) {
        faults.merge(position, new Fault(1, fault), (old, one) -> new Fault(old.count() + 1, one.last()));
    }

    /** Why an event must not be tried again; empty where it may. */
    synchronized Optional<Failure> verdict(SourcePosition position) {
        return Optional.ofNullable(faults.get(position))
                .filter(fault -> fault.count() >= MOST)
                .map(fault -> Failure.of(new RepeatedFaultException(fault.count(), fault.last())));
    }

    /** Whether an event was at work when the process died. */
    synchronized boolean isOfDeath(SourcePosition position) {
        return ofDeath.contains(position.asId());
    }

    /** An event is answered. Where that is undone, as when its dead letter is refused, one more fault will do. */
    synchronized void answered(SourcePosition position) {
        ofDeath.remove(position.asId());
        faults.computeIfPresent(position, (at, fault) -> new Fault(Math.min(fault.count(), MOST - 1), fault.last()));
    }

    /** A trial ended with the life of its task, not of the process. */
    synchronized void spare(SourcePosition position) {
        spared.add(position);
    }

    /** Whether that is how its last trial ended; asked once. */
    synchronized boolean wasSpared(SourcePosition position) {
        return spared.remove(position);
    }

    /** Takes the JVM's one permit to try a suspect; false where another is being tried. */
    boolean beginTrial() {
        return trial.compareAndSet(false, true);
    }

    void endTrial() {
        trial.set(false);
    }

    /** No event is to blame for brokers, disks and registries, nor for what was laid at another one. */
    private static boolean mayBeOfAnEvent(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            boolean surroundings = t instanceof KafkaException && !(t instanceof FailedProcessingException);
            if (surroundings || t instanceof RegistryException || t instanceof MachineFaultException) {
                return false;
            }
        }
        return true;
    }

    private static Throwable root(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The latest so many. */
    private static final class Remembered extends LinkedHashMap<SourcePosition, Fault> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SourcePosition, Fault> eldest) {
            return size() > REMEMBERED;
        }
    }
}
