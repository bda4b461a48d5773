package dev.assay.streams.emit;

import dev.assay.detectors.model.Sha256;
import dev.assay.streams.event.Failure;
import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import dev.assay.streams.event.WireSize;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Makes dead letters: the original bytes with the headers that Kafka Streams' own dead-letter queue writes (KIP-1034), so that
 * whatever reads those reads these.
 *
 * <p>What does not fit the topic keeps its beginning, its length and its SHA-256 instead of its value.
 */
public final class DeadLetters {
    /** The value's length in bytes, where only its beginning is kept. */
    public static final String FULL_LENGTH = "__assay.value.length";
    /** SHA-256 of the whole value, hex, where only its beginning is kept. */
    public static final String FULL_SHA256 = "__assay.value.sha256";

    /** The record's own time, ms since 1970: a topic may put the time of arrival in its place. */
    public static final String TIMESTAMP = "__assay.timestamp";

    /** What the names of the headers that say what happened begin with. */
    static final String ERRORS = "__streams.errors.";

    private static final int PREFIX_BYTES = 1024;

    private final long room;

    /** @param room largest record that the dead-letter topic takes, bytes */
    public DeadLetters(long room) {
        this.room = room;
    }

    /** The dead letter of an event. */
    public Record<byte[], byte[]> of(RawEvent raw, Failure failure) {
        Headers whole = describe(own(raw.headers()), raw, failure);
        if (WireSize.of(raw.key(), raw.value(), whole) <= room) {
            return new Record<>(raw.key(), raw.value(), raw.timestamp(), whole);
        }
        Headers cut = describe(new RecordHeaders(), raw, failure);
        put(cut, FULL_LENGTH, Integer.toString(raw.value().length));
        put(cut, FULL_SHA256, Sha256.of(raw.value()));
        return new Record<>(prefix(raw.key()), prefix(raw.value()), raw.timestamp(), cut);
    }

    /** Without those of a dead letter, so that one sent round again says what happened last. */
    private static RecordHeaders own(Headers headers) {
        RecordHeaders own = new RecordHeaders();
        for (Header header : headers) {
            if (!DeadLetter.owns(header)) {
                own.add(header);
            }
        }
        return own;
    }

    private static Headers describe(Headers headers, RawEvent raw, Failure failure) {
        SourcePosition position = raw.position();
        put(headers, ERRORS + "exception", failure.exception());
        put(headers, ERRORS + "message", failure.message());
        put(headers, ERRORS + "stacktrace", failure.stackTrace());
        put(headers, ERRORS + "topic", position.topic());
        put(headers, ERRORS + "partition", Integer.toString(position.partition()));
        put(headers, ERRORS + "offset", Long.toString(position.offset()));
        put(headers, TIMESTAMP, Long.toString(raw.timestamp()));
        return headers;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] prefix(byte[] bytes) {
        return bytes == null || bytes.length <= PREFIX_BYTES ? bytes : Arrays.copyOf(bytes, PREFIX_BYTES);
    }
}
