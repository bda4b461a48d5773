package dev.assay.schemas.serde;

import dev.assay.schemas.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Times in the unit in which their writer says that they are. Avro resolves numbers and passes over what they mean: microseconds become
 * milliseconds of the year 56302, and a date's days become milliseconds of January 1970.
 */
final class WrittenTimes {
    private static final long MICROS = 1_000;
    private static final long NANOS = 1_000_000;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private WrittenTimes() {}

    /**
     * Sets right the times of a record that was read as if they were milliseconds. Local times, which name no zone, are UTC, as in JSON.
     *
     * @param written fields whose value had a logical type, and that type
     */
    static void correct(SpecificRecord row, Map<String, String> written) {
        written.forEach((name, logicalType) -> {
            var field = row.getSchema().getField(name);
            if (field != null && row.get(field.pos()) instanceof Instant read) {
                row.put(field.pos(), Instant.ofEpochMilli(millis(TimeRange.millis(read), logicalType)));
            }
        });
    }

    private static long millis(long number, String logicalType) {
        return switch (logicalType) {
            case "timestamp-micros", "local-timestamp-micros" -> Math.floorDiv(number, MICROS);
            case "timestamp-nanos", "local-timestamp-nanos" -> Math.floorDiv(number, NANOS);
            case "date" ->
                number * DAY; // days are an int; where a schema says otherwise this wraps around to some time
            default -> number;
        };
    }
}
