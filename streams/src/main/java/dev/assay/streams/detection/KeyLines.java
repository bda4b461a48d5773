package dev.assay.streams.detection;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Lines of events, one for each key: first in, first out. Events without a key have no source whose order could matter, so each of
 * them is a line of its own.
 */
final class KeyLines {
    private final Map<Bytes, PendingEvent> last = new HashMap<>();

    /** Puts an event at the end of its key's line. */
    void join(PendingEvent event) {
        PendingEvent before = event.key == null ? null : last.put(event.key, event);
        if (before == null) {
            event.first = true;
        } else {
            before.next = event;
        }
    }

    /** Takes an event that is done, if it is the first of its line, and all done ones right behind it, in order. */
    void leave(PendingEvent done, Consumer<PendingEvent> out) {
        PendingEvent event = done;
        while (event != null && event.first && event.judged != null) {
            out.accept(event);
            event = advance(event);
        }
    }

    private PendingEvent advance(PendingEvent event) {
        if (event.next != null) {
            event.next.first = true;
        } else if (event.key != null) {
            last.remove(event.key);
        }
        return event.next;
    }
}
