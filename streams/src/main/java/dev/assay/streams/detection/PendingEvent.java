package dev.assay.streams.detection;

import dev.assay.streams.event.Ingested;
import dev.assay.streams.event.Judged;
import dev.assay.streams.event.Outcome;
import dev.assay.streams.event.SourcePosition;
import java.util.concurrent.Future;
import org.apache.kafka.common.utils.Bytes;

/** An event between the store and its outcome, as one life of its task knows it; only its stream thread touches it. */
final class PendingEvent {
    final int slot;
    final Bytes key;
    final long bytes;
    final SourcePosition position;
    /** How often it has been tried as a suspect. */
    int attempts;
    /** How often its partition's offsets had begun anew when it was taken up again. */
    int restarts;
    /** Null while it waits for memory on disk only, and where it could not be read. */
    Ingested ingested;
    /** With the engine; null while it waits on disk. */
    Future<Outcome> scoring;
    /** Null until it is known. */
    Judged judged;
    /** The next one of its key. */
    PendingEvent next;
    /** Whether no earlier event of its key is pending. */
    boolean first;

    /** @param bytes what it takes of the budget while in memory */
    PendingEvent(int slot, byte[] key, long bytes, SourcePosition position) {
        this.slot = slot;
        this.key = key == null ? null : Bytes.wrap(key);
        this.bytes = bytes;
        this.position = position;
    }

    void settle(Outcome outcome) {
        judged = new Judged(ingested.raw(), ingested.event(), outcome);
    }
}
