package dev.assay.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class SchemaRefTest {
    private static final String GUID = "89791762-2336-4186-9674-299b90a802e2";

    @Test
    void readsAnIdBeforeTheRecord() {
        SchemaRef ref =
                SchemaRef.of(new RecordHeaders(), hex("00 0000002a 0202")).orElseThrow();
        assertThat(ref.id()).isEqualTo(42);
        assertThat(ref.guid()).isNull();
        assertThat(ref.start()).isEqualTo(5);
        assertThat(ref.inHeader()).isFalse();
    }

    @Test
    void readsAGuidBeforeTheRecord() {
        SchemaRef ref = SchemaRef.of(new RecordHeaders(), hex("01 89791762233641869674299b90a802e2 02"))
                .orElseThrow();
        assertThat(ref.guid()).isEqualTo(UUID.fromString(GUID));
        assertThat(ref.start()).isEqualTo(17);
    }

    @Test
    void theHeaderWins() {
        var headers = new RecordHeaders().add(SchemaRef.HEADER, hex("00 00000007"));
        SchemaRef ref = SchemaRef.of(headers, hex("00 0000002a 0202")).orElseThrow();
        assertThat(ref.id()).isEqualTo(7);
        assertThat(ref.start()).isZero();
    }

    @Test
    void theKeysHeaderSaysNothingOfTheValue() {
        var headers = new RecordHeaders().add("__key_schema_id", hex("00 00000007"));
        assertThat(SchemaRef.of(headers, hex("41"))).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        assertThat(SchemaRef.framed(42, hex("0202"))).isEqualTo(hex("00 0000002a 0202"));
    }

    @Test
    void refusesABrokenHeader() {
        var headers = new RecordHeaders().add(SchemaRef.HEADER, hex("00 07"));
        assertThatThrownBy(() -> SchemaRef.of(headers, hex("41")))
                .isInstanceOf(UndecodableEventException.class)
                .hasMessageContaining(SchemaRef.HEADER);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
