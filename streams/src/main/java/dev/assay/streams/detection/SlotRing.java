package dev.assay.streams.detection;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Keys of the pending store: a ring of small numbers, used over and over, so that the changelog compacts to as many keys as the ring
 * has slots. It is larger than a task's capacity, and doubles in the rare case that even that is not enough.
 */
final class SlotRing {
    private final BitSet taken = new BitSet();
    private int size;
    private int next;

    SlotRing(int size) {
        this.size = size;
    }

    /** A free slot, now taken: the next one round the ring. */
    int take() {
        if (taken.cardinality() == size) {
            next = size;
            size *= 2;
        }
        int slot = taken.nextClearBit(next);
        if (slot >= size) {
            slot = taken.nextClearBit(0);
        }
        taken.set(slot);
        next = slot + 1;
        return slot;
    }

    /** Marks a slot that an earlier life of the task took. */
    void takeAgain(int slot) {
        taken.set(slot);
        while (slot >= size) {
            size *= 2;
        }
        next = slot + 1;
    }

    /** The slots that are taken, in order of number. */
    IntStream taken() {
        return taken.stream();
    }

    void release(int slot) {
        taken.clear(slot);
    }

    int size() {
        return size;
    }
}
