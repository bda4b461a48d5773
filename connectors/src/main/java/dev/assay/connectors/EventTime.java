package dev.assay.connectors;

import dev.assay.connectors.FieldPath.Found;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.connect.errors.DataException;

/**
 * A moment in the forms that connectors write: Connect's dates, Debezium's numbers (their schema's name says the unit), other
 * numbers in the configured unit (also as text), ISO 8601 with {@code T} or a space (UTC where it names no zone).
 */
record EventTime(TimeUnit unit) {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    /** Milliseconds since 1970. */
    @SuppressWarnings("JavaUtilDate") // Connect's type for times
    long millis(FieldPath path, Found found) {
        if (found.value() instanceof Date date) {
            return date.getTime();
        }
        if (found.value() instanceof Long || found.value() instanceof Integer) {
            return unitOf(found).toMillis(((Number) found.value()).longValue());
        }
        if (found.value() instanceof String text) {
            return WHOLE.matcher(text).matches() ? unitOf(found).toMillis(Long.parseLong(text)) : iso(path, text);
        }
        throw wrong(path);
    }

    private TimeUnit unitOf(Found found) {
        String type = found.schema() == null ? null : found.schema().name();
        return switch (type == null ? "" : type) {
            case "io.debezium.time.Date" -> TimeUnit.DAYS;
            case "io.debezium.time.Timestamp" -> TimeUnit.MILLISECONDS;
            case "io.debezium.time.MicroTimestamp" -> TimeUnit.MICROSECONDS;
            case "io.debezium.time.NanoTimestamp" -> TimeUnit.NANOSECONDS;
            default -> unit;
        };
    }

    private static long iso(FieldPath path, String text) {
        try {
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.strip().replace(' ', 'T'), ZonedDateTime::from, LocalDateTime::from);
            return parsed instanceof ZonedDateTime zoned
                    ? zoned.toInstant().toEpochMilli()
                    : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException | ArithmeticException notATime) {
            throw wrong(path);
        }
    }

    // Without the value, and without a cause that quotes it.
    private static DataException wrong(FieldPath path) {
        return new DataException("field " + path + " is no time: use a date, a number or ISO 8601");
    }
}
