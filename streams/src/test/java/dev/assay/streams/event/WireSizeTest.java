package dev.assay.streams.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.junit.jupiter.api.Test;

class WireSizeTest {
    @Test
    void isNeverLessThanTheProducersOwnEstimate() {
        var headers = new RecordHeaders().add("grün", new byte[300]).add("empty", null);
        byte[] key = new byte[200];
        byte[] value = new byte[70_000];
        int estimate = AbstractRecords.estimateSizeInBytesUpperBound(
                (byte) 2, Compression.NONE.type(), key, value, headers.toArray());
        assertThat(WireSize.of(key, value, headers)).isBetween((long) estimate, estimate + 100L);
    }

    @Test
    void nothingTakesItsFraming() {
        assertThat(WireSize.of(null, null, new RecordHeaders())).isEqualTo(WireSize.FRAMING);
    }
}
