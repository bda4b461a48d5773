package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class PendingCodecTest {
    private static final SourcePosition POSITION = new SourcePosition("tópic", 3, 1L << 40);

    @Test
    void givesBackWhatItTook() {
        var headers =
                new RecordHeaders().add("ü", new byte[] {1}).add("ü", null).add("", new byte[0]);
        RawEvent back = PendingCodec.decode(
                PendingCodec.encode(new RawEvent(new byte[] {1, 2}, new byte[] {3}, -5, headers, POSITION)));
        assertThat(back.key()).containsExactly(1, 2);
        assertThat(back.value()).containsExactly(3);
        assertThat(back.timestamp()).isEqualTo(-5);
        assertThat(back.headers()).isEqualTo(headers);
        assertThat(back.position()).isEqualTo(POSITION);
    }

    @Test
    void tellsNoKeyFromAnEmptyOne() {
        assertThat(keyAfter(null)).isNull();
        assertThat(keyAfter(new byte[0])).isEmpty();
    }

    @Test
    void refusesAFormatItDoesNotKnow() {
        byte[] later = PendingCodec.encode(new RawEvent(null, new byte[1], 0, new RecordHeaders(), POSITION));
        later[0] = 9;
        assertThatThrownBy(() -> PendingCodec.decode(later)).hasMessageContaining("format 9");
    }

    private static byte[] keyAfter(byte[] key) {
        var raw = new RawEvent(key, new byte[1], 0, new RecordHeaders(), POSITION);
        return PendingCodec.decode(PendingCodec.encode(raw)).key();
    }
}
