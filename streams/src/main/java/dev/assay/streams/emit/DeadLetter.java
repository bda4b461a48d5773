package dev.assay.streams.emit;

import dev.assay.streams.event.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What the headers of a dead letter say, whoever wrote it in the way of KIP-1034.
 *
 * @param exception class name of the exception
 * @param position where the record stood that it is of
 * @param isCut whether only the beginning of that record was kept
 * @param timestamp that record's time, ms since 1970, where it is known
 */
public record DeadLetter(String exception, SourcePosition position, boolean isCut, OptionalLong timestamp) {
    /** Reads them; empty where they are not those of a dead letter. */
    public static Optional<DeadLetter> of(Headers headers) {
        String topic = text(headers, "topic");
        OptionalLong partition = number(text(headers, "partition"), Integer.MAX_VALUE);
        OptionalLong offset = number(text(headers, "offset"), Long.MAX_VALUE);
        if (topic == null || partition.isEmpty() || offset.isEmpty()) {
            return Optional.empty();
        }
        String exception = text(headers, "exception");
        return Optional.of(new DeadLetter(
                exception == null ? "unknown" : exception,
                new SourcePosition(topic, (int) partition.getAsLong(), offset.getAsLong()),
                headers.lastHeader(DeadLetters.FULL_LENGTH) != null,
                number(value(headers, DeadLetters.TIMESTAMP), Long.MAX_VALUE)));
    }

    /** The exception's class without its package. */
    public String cause() {
        return exception.substring(exception.lastIndexOf('.') + 1);
    }

    /** Whether a header is the letter's and not the record's. */
    public static boolean owns(Header header) {
        return header.key().startsWith(DeadLetters.ERRORS)
                || header.key().equals(DeadLetters.FULL_LENGTH)
                || header.key().equals(DeadLetters.FULL_SHA256)
                || header.key().equals(DeadLetters.TIMESTAMP);
    }

    private static String text(Headers headers, String name) {
        return value(headers, DeadLetters.ERRORS + name);
    }

    private static String value(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** A number from 0; whoever else writes such headers may write anything. */
    private static OptionalLong number(String text, long most) {
        try {
            long number = text == null ? -1 : Long.parseLong(text);
            return number < 0 || number > most ? OptionalLong.empty() : OptionalLong.of(number);
        } catch (NumberFormatException foreign) {
            return OptionalLong.empty();
        }
    }
}
