package dev.assay.streams.event;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record as it was read; whatever becomes of it, its verdict or its dead letter is made from these bytes.
 *
 * @param key key as read, or null
 * @param value value as read, never null
 * @param timestamp the record's time, ms since 1970
 * @param headers headers as read
 * @param position where it was read
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention; copied nowhere on the hot path
public record RawEvent(byte[] key, byte[] value, long timestamp, Headers headers, SourcePosition position) {
    /** Header of a record that is sent once more: where it was first, as {@link SourcePosition#asId} has it. */
    public static final String REPLAY_OF = "__assay.replay.of";

    /** Header of an event whose own time no verdict can carry: that time, ms since 1970. */
    public static final String ODD_TIME = "__assay.created_at";

    /** What identifies an event that brings no id: where it was read, or of a record sent once more where it was first. */
    public String defaultId() {
        Header first = headers.lastHeader(REPLAY_OF);
        return first == null || first.value() == null
                ? position.asId()
                : new String(first.value(), StandardCharsets.UTF_8);
    }

    /** The same with one header more, in the place of those of that name. */
    public RawEvent with(String header, String content) {
        RecordHeaders more = new RecordHeaders();
        for (Header each : headers) {
            if (!each.key().equals(header)) {
                more.add(each);
            }
        }
        more.add(header, content.getBytes(StandardCharsets.UTF_8));
        return new RawEvent(key, value, timestamp, more, position);
    }

    /** The same, of a time that a broker takes; see {@link RecordTime}. */
    public RawEvent notAfter(long now) {
        long time = RecordTime.within(timestamp, now);
        return time == timestamp ? this : new RawEvent(key, value, time, headers, position);
    }

    /** Upper bound of the bytes it takes in a log. */
    public long size() {
        return WireSize.of(key, value, headers);
    }
}
