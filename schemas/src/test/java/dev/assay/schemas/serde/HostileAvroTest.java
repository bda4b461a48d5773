package dev.assay.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.schemas.TextEvent;
import dev.assay.schemas.TimeRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records whose writer's schema and bytes were made to cost a reader dear, and times in all units. */
class HostileAvroTest {
    private static final String HEAD = "{\"type\":\"record\",\"name\":\"Post\",\"fields\":["
            + "{\"name\":\"text\",\"type\":\"string\"},{\"name\":\"more\",\"type\":";

    @FunctionalInterface
    private interface Body {
        void write(BinaryEncoder out) throws IOException;
    }

    @Test
    void fourteenBytesAreNoTwoBillionNulls() throws IOException {
        byte[] bytes = written(out -> {
            out.writeLong(2_000_000_000L);
            out.writeLong(0);
        });
        assertThatThrownBy(() -> read(HEAD + "{\"type\":\"array\",\"items\":\"null\"}}]}", bytes))
                .isInstanceOf(UndecodableEventException.class)
                .hasMessageContaining("more values than a record of its length may");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Empty\",\"fields\":[]}}",
                "{\"type\":\"array\",\"items\":{\"type\":\"fixed\",\"name\":\"None\",\"size\":0}}",
                "{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Nulls\",\"fields\":[{\"name\":\"a\",\"type\":\"null\"}]}}"
            })
    void nothingManyTimesIsRefused(String schema) throws IOException {
        byte[] bytes = written(out -> {
            for (int block = 0; block < 5; block++) { // with its length, as a long block has it
                out.writeLong(-(1L << 30));
                out.writeLong(0);
            }
            out.writeLong(0);
        });
        assertThatThrownBy(() -> read(HEAD + schema + "}]}", bytes)).isInstanceOf(UndecodableEventException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"string\"",
                "\"bytes\"",
                "{\"type\":\"map\",\"values\":\"null\"}",
                "{\"type\":\"array\",\"items\":\"long\"}"
            })
    void aLengthBeyondTheEndIsNotBelieved(String schema) throws IOException {
        for (long length : new long[] {Integer.MAX_VALUE - 8L, Long.MAX_VALUE, -7, Long.MIN_VALUE}) {
            byte[] bytes = written(out -> out.writeLong(length));
            assertThatThrownBy(() -> read(HEAD + schema + "}]}", bytes)).isInstanceOf(UndecodableEventException.class);
        }
    }

    @Test
    void aFixedOfTwoGigabytesIsNotMade() throws IOException {
        byte[] bytes = written(out -> out.writeLong(1));
        assertThatThrownBy(() -> read(HEAD + "{\"type\":\"fixed\",\"name\":\"Huge\",\"size\":2000000000}}]}", bytes))
                .isInstanceOf(UndecodableEventException.class);
    }

    @Test
    void aListWithoutEndIsNestedTooDeep() throws IOException {
        String list =
                "{\"type\":\"record\",\"name\":\"Node\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"Node\"]}]}";
        byte[] deep = written(out -> {
            for (int i = 0; i < 500_000; i++) {
                out.writeIndex(1);
            }
            out.writeIndex(0);
        });
        assertThatThrownBy(() -> read(HEAD + list + "}]}", deep))
                .isInstanceOf(UndecodableEventException.class)
                .hasMessageContaining("nested more than");
        byte[] shallow = written(out -> {
            for (int i = 0; i < 50; i++) {
                out.writeIndex(1);
            }
            out.writeIndex(0);
        });
        assertThat(read(HEAD + list + "}]}", shallow).getText()).isEqualTo("a text");
    }

    @Test
    void ordinaryListsAndMapsOfEverythingPass() throws IOException {
        String schema = "{\"type\":\"map\",\"values\":[\"null\",\"boolean\",\"int\",\"float\",\"double\",\"bytes\","
                + "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\",\"B\"]},{\"type\":\"array\",\"items\":\"long\"}]}";
        byte[] bytes = written(out -> {
            out.writeMapStart();
            out.setItemCount(8);
            for (int branch = 0; branch < 8; branch++) {
                out.startItem();
                out.writeString("key" + branch);
                out.writeIndex(branch);
                scalar(out, branch);
            }
            out.writeMapEnd();
        });
        assertThat(read(HEAD + schema + "}]}", bytes).getText()).isEqualTo("a text");
    }

    private static void scalar(BinaryEncoder out, int branch) throws IOException {
        switch (branch) {
            case 1 -> out.writeBoolean(true);
            case 2 -> out.writeInt(Integer.MIN_VALUE);
            case 3 -> out.writeFloat(Float.NaN);
            case 4 -> out.writeDouble(-1);
            case 5 -> out.writeBytes(new byte[300]);
            case 6 -> out.writeEnum(1);
            case 7 -> {
                out.writeArrayStart();
                out.setItemCount(1000);
                for (int i = 0; i < 1000; i++) {
                    out.startItem();
                    out.writeLong(Long.MIN_VALUE + i);
                }
                out.writeArrayEnd();
            }
            default -> {}
        }
    }

    @Test
    void aHugeMapOfNullsThatIsThereIsRead() throws IOException {
        int keys = 100_000;
        byte[] bytes = written(out -> {
            out.writeMapStart();
            out.setItemCount(keys);
            for (int i : IntStream.range(0, keys).toArray()) {
                out.startItem();
                out.writeString("k" + i);
            }
            out.writeMapEnd();
        });
        assertThat(read(HEAD + "{\"type\":\"map\",\"values\":\"null\"}}]}", bytes)
                        .getText())
                .isEqualTo("a text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "long | timestamp-millis | 1714557600123 | 2024-05-01T10:00:00.123Z",
                "long | timestamp-micros | 1714557600123456 | 2024-05-01T10:00:00.123Z",
                "long | timestamp-nanos | 1714557600123456789 | 2024-05-01T10:00:00.123Z",
                "long | local-timestamp-millis | 1714557600123 | 2024-05-01T10:00:00.123Z",
                "long | local-timestamp-micros | 1714557600123456 | 2024-05-01T10:00:00.123Z",
                "long | local-timestamp-nanos | 1714557600123456789 | 2024-05-01T10:00:00.123Z",
                "int | date | 19844 | 2024-05-01T00:00:00Z",
                "int | date | -719162 | 0001-01-01T00:00:00Z",
                "long | timestamp-micros | -1 | 1969-12-31T23:59:59.999Z",
                "long | | 1714557600123 | 2024-05-01T10:00:00.123Z"
            })
    void aTimeIsReadInItsWritersUnit(String type, String logicalType, long number, Instant expected)
            throws IOException {
        String written = logicalType == null
                ? "\"" + type + "\""
                : "{\"type\":\"" + type + "\",\"logicalType\":\"" + logicalType + "\"}";
        for (String schema : new String[] {written, "[\"null\"," + written + "]"}) {
            String record = HEAD.replace("more", "created_at") + schema + "}]}";
            byte[] bytes = written(out -> {
                if (schema.startsWith("[")) {
                    out.writeIndex(1);
                }
                out.writeLong(number);
            });
            assertThat(read(record, bytes).getCreatedAt()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE, -62_135_596_800_001L, 1_714_557_600_000_000L})
    void aTimeThatNoCalendarHasIsReadAllTheSame(long millis) throws IOException {
        Instant read = read(
                        HEAD.replace("more", "created_at")
                                + "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}}]}",
                        written(out -> out.writeLong(millis)))
                .getCreatedAt();
        assertThat(read.toEpochMilli()).isEqualTo(millis);
        assertThat(TimeRange.holds(read)).isFalse();
    }

    private static TextEvent read(String schema, byte[] bytes) {
        var parser = new Schema.Parser().setValidateDefaults(false);
        return Codecs.EVENTS.read(parser.parse(schema), bytes, 0, () -> "a schema");
    }

    private static byte[] written(Body more) throws IOException {
        var bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
        out.writeString("a text");
        more.write(out);
        out.flush();
        return bytes.toByteArray();
    }
}
