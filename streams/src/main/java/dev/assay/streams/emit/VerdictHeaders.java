package dev.assay.streams.emit;

import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The event's headers as its verdict carries them on. */
final class VerdictHeaders {
    // They say by which schemas the event was written, and the verdict is written by another.
    private static final Set<String> OF_THE_INPUT = Set.of("__key_schema_id", "__value_schema_id");

    private VerdictHeaders() {}

    static Headers of(Headers original) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : original) {
            if (!OF_THE_INPUT.contains(header.key())) {
                headers.add(header);
            }
        }
        return headers;
    }
}
