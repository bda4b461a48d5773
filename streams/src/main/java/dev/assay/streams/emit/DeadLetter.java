package dev.assay.streams.emit;

import dev.assay.streams.event.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What the headers of a dead letter say, whoever wrote it in the way of KIP-1034.
 *
 * @param exception class name of the exception
 * @param position where the record stood that it is of
 * @param isCut whether only the beginning of that record was kept
 */
public record DeadLetter(String exception, SourcePosition position, boolean isCut) {
    /** Reads them; empty where they are not those of a dead letter. */
    public static Optional<DeadLetter> of(Headers headers) {
        String topic = text(headers, "topic");
        String partition = text(headers, "partition");
        String offset = text(headers, "offset");
        if (topic == null || partition == null || offset == null) {
            return Optional.empty();
        }
        String exception = text(headers, "exception");
        return Optional.of(new DeadLetter(
                exception == null ? "unknown" : exception,
                new SourcePosition(topic, Integer.parseInt(partition), Long.parseLong(offset)),
                headers.lastHeader(DeadLetters.FULL_LENGTH) != null));
    }

    /** The exception's class without its package. */
    public String cause() {
        return exception.substring(exception.lastIndexOf('.') + 1);
    }

    /** Whether a header is the letter's and not the record's. */
    public static boolean owns(Header header) {
        return header.key().startsWith(DeadLetters.ERRORS)
                || header.key().equals(DeadLetters.FULL_LENGTH)
                || header.key().equals(DeadLetters.FULL_SHA256);
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(DeadLetters.ERRORS + name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
