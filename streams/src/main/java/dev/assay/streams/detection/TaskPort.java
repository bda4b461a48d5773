package dev.assay.streams.detection;

import dev.assay.streams.event.Judged;
import dev.assay.streams.event.SourcePosition;

/** What pending events want of the task they belong to; called by its stream thread alone. */
interface TaskPort {
    /** Hands on an event whose outcome is known. */
    void forward(Judged judged);

    /** Has what is in the store committed soon. */
    void requestCommit();

    /** How often the thread has committed. */
    long commits();

    /** Milliseconds since 1970. */
    long now();

    /** Where the changelog keeps a slot, as a position: it has no offset, so the slot's number stands for it. */
    SourcePosition changelog(int slot);
}
