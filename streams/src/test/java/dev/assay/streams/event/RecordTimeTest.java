package dev.assay.streams.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTimeTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final Instant DECIDED = Instant.ofEpochMilli(NOW);

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "1699999999999, 1699999999999",
        "1700000000000, 1700000000000",
        "1700000000001, 1700000000000",
        "9223372036854775807, 1700000000000",
        "-1, 1700000000000",
        "-9223372036854775808, 1700000000000"
    })
    void isNeverYetToCome(long timestamp, long expected) {
        assertThat(new RecordTime(() -> NOW).extract(record(timestamp), 42)).isEqualTo(expected);
    }

    @Test
    void aLatencyIsFromNothingToAYear() {
        assertThat(VerdictLatency.millis(DECIDED, DECIDED)).hasValue(0);
        assertThat(VerdictLatency.millis(DECIDED.minusMillis(17), DECIDED)).hasValue(17);
        assertThat(VerdictLatency.millis(DECIDED.minus(Duration.ofDays(366)), DECIDED))
                .isPresent();
        assertThat(VerdictLatency.millis(DECIDED.minus(Duration.ofDays(367)), DECIDED))
                .isEmpty();
        assertThat(VerdictLatency.millis(DECIDED.plusMillis(1), DECIDED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-1000000000-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "1700-01-01T00:00:00Z",
        "+56302-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59.999999999Z"
    })
    void farTimesHaveNoLatency(String time) {
        Instant far = time.startsWith("-1") ? Instant.MIN : Instant.parse(time);
        assertThat(VerdictLatency.millis(far, DECIDED)).isEqualTo(OptionalLong.empty());
        assertThat(VerdictLatency.millis(DECIDED, far)).isEqualTo(OptionalLong.empty());
        assertThat(VerdictLatency.millis(Instant.MIN, Instant.MAX)).isEqualTo(OptionalLong.empty());
    }

    private static ConsumerRecord<Object, Object> record(long timestamp) {
        return new ConsumerRecord<>(
                "t",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                null,
                new RecordHeaders(),
                Optional.empty());
    }
}
