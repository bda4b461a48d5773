package dev.assay.streams.ingest;

import dev.assay.schemas.TextEvent;
import dev.assay.schemas.TimeRange;
import dev.assay.schemas.Topics;
import dev.assay.schemas.registry.RegistryException;
import dev.assay.streams.event.Ingested;
import dev.assay.streams.event.Judged;
import dev.assay.streams.event.Outcome;
import dev.assay.streams.event.Passage;
import dev.assay.streams.event.RawEvent;

/** Reads events, and turns what holds none into a failure. A registry that cannot be asked is no event's fault, and thrown. */
public final class Ingest {
    /** What key and headers may take together; with the value and a failure's headers it must fit a topic's limit. */
    private static final int MOST_BESIDE_VALUE = Topics.RECORD_OVERHEAD / 2;

    private final EventReader reader;
    private final int maxBytes;

    /**
     * @param reader how values are read
     * @param maxBytes largest value to look into
     */
    public Ingest(EventReader reader, int maxBytes) {
        this.reader = reader;
        this.maxBytes = maxBytes;
    }

    /** The event in a record, or why there is none. */
    public Passage ingest(RawEvent raw) {
        try {
            checkSize(raw);
            TextEvent event = reader.read(raw.position().topic(), raw.headers(), raw.value());
            RawEvent noted = noted(raw, event);
            return new Ingested(noted, Defaults.fill(event, raw));
        } catch (RegistryException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return failed(raw, e);
        }
    }

    /** A time that no verdict can carry is said in a header, and the record's stands for it. */
    private static RawEvent noted(RawEvent raw, TextEvent event) {
        if (event.getCreatedAt() == null || TimeRange.holds(event.getCreatedAt())) {
            return raw;
        }
        String odd = Long.toString(TimeRange.millis(event.getCreatedAt()));
        event.setCreatedAt(null);
        return raw.with(RawEvent.ODD_TIME, odd);
    }

    private void checkSize(RawEvent raw) {
        if (raw.value().length > maxBytes) {
            throw new OversizedEventException(
                    "the event has " + raw.value().length + " bytes, and setting event.max.bytes allows " + maxBytes);
        }
        long beside = raw.size() - raw.value().length;
        if (beside > MOST_BESIDE_VALUE) {
            throw new OversizedEventException(
                    "the event's key and headers have " + beside + " bytes; " + MOST_BESIDE_VALUE + " are the most");
        }
    }

    private static Judged failed(RawEvent raw, Throwable fault) {
        return new Judged(raw, null, Outcome.Failed.of(fault));
    }
}
