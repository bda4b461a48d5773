package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class PendingCodecTest {
    private static final SourcePosition POSITION = new SourcePosition("tópic", 3, 1L << 40);

    @Test
    void givesBackWhatItTook() {
        var headers =
                new RecordHeaders().add("ü", new byte[] {1}).add("ü", null).add("", new byte[0]);
        RawEvent back = PendingCodec.decode(
                        PendingCodec.encode(new RawEvent(new byte[] {1, 2}, new byte[] {3}, -5, headers, POSITION)))
                .raw();
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

    /** Written by release 0.1.0; its form is what is written still, so that one can go back to that release. */
    @Test
    void readsAndWritesTheFormOfRelease010() throws IOException {
        byte[] released = golden("version-1.hex");
        Kept kept = PendingCodec.decode(released);
        assertIsTheGoldenEvent(kept.raw());
        assertThat(kept.attempts()).isZero();
        assertThat(PendingCodec.encode(kept.raw())).isEqualTo(released);
    }

    @Test
    void readsAndWritesTheFormWithAttempts() throws IOException {
        byte[] released = golden("version-2.hex");
        Kept kept = PendingCodec.decode(released);
        assertIsTheGoldenEvent(kept.raw());
        assertThat(kept.attempts()).isEqualTo(2);
        assertThat(PendingCodec.encode(kept)).isEqualTo(released);
    }

    @Test
    void readsAndWritesTheFormWithRestarts() throws IOException {
        byte[] released = golden("version-3.hex");
        Kept kept = PendingCodec.decode(released);
        assertIsTheGoldenEvent(kept.raw());
        assertThat(kept.attempts()).isEqualTo(2);
        assertThat(kept.restarts()).isEqualTo(1);
        assertThat(PendingCodec.encode(kept)).isEqualTo(released);
    }

    @Test
    void refusesAFormatItDoesNotKnow() {
        byte[] later = PendingCodec.encode(new RawEvent(null, new byte[1], 0, new RecordHeaders(), POSITION));
        later[0] = 9;
        assertThatThrownBy(() -> PendingCodec.decode(later))
                .isInstanceOf(PendingStoreException.class)
                .hasMessageContaining("format 9");
    }

    @Test
    void saysOfAnythingElseThatItCannotBeRead() throws IOException {
        byte[] whole = golden("version-3.hex");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> PendingCodec.decode(cut)).isInstanceOf(UnreadablePendingException.class);
        }
        byte[] huge = golden("version-1.hex");
        huge[21] = 0x7f; // the topic's length
        assertThatThrownBy(() -> PendingCodec.decode(huge)).isInstanceOf(UnreadablePendingException.class);
    }

    private static void assertIsTheGoldenEvent(RawEvent raw) {
        assertThat(raw.key()).isEqualTo(Rig.bytes("alice"));
        assertThat(raw.value()).isEqualTo(Rig.bytes("{\"text\":\"Es war einmal.\"}"));
        assertThat(raw.timestamp()).isEqualTo(1_732_800_000_123L);
        assertThat(raw.headers())
                .isEqualTo(new RecordHeaders()
                        .add("trace", Rig.bytes("t1"))
                        .add("größe", null)
                        .add("trace", new byte[0]));
        assertThat(raw.position()).isEqualTo(new SourcePosition("assay.text-events", 3, 1L << 40));
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = PendingCodecTest.class.getResourceAsStream("/golden/pending/" + name)) {
            String hex = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        }
    }

    private static byte[] keyAfter(byte[] key) {
        var raw = new RawEvent(key, new byte[1], 0, new RecordHeaders(), POSITION);
        return PendingCodec.decode(PendingCodec.encode(raw)).raw().key();
    }
}
