package dev.assay.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.schemas.Samples;
import dev.assay.schemas.TextEvent;
import dev.assay.schemas.registry.FakeRegistry;
import dev.assay.schemas.registry.RegistryException;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.schemas.serde.DecodedEvent.Encoding;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Avro in the wire format, through an in-process registry and through HTTP. */
class AvroRecordsTest {
    private static final Headers NONE = new RecordHeaders();
    private static final String MOCK = "mock://avro-records";

    private final SchemaRegistry registry =
            SchemaRegistry.open(RegistrySettings.from(Map.of(RegistrySettings.URL, MOCK)));
    private final Map<String, String> config =
            Map.of(RegistrySettings.URL, MOCK, RegistrySettings.AUTO_REGISTER, "true");
    private final TextEventDecoder decoder = TextEventDecoder.open(EventFormat.AUTO, config);

    @Test
    void eventsComeBack() {
        try (var serde = new TextEventSerde()) {
            serde.configure(config, false);
            byte[] bytes = serde.serializer().serialize("events", Samples.event());
            assertThat(bytes[0]).isZero();
            assertThat(serde.deserializer().deserialize("events", NONE, bytes)).isEqualTo(Samples.event());
            assertThat(decoder.decode("events", NONE, bytes).encoding()).isEqualTo(Encoding.AVRO);
            assertThat(registry.latest("events-value").id())
                    .isEqualTo(ByteBuffer.wrap(bytes).getInt(1));
            assertThat(registry.latest("events-value").schema().toString()).doesNotContain("avro.java");
        }
    }

    @Test
    void verdictsComeBackFromEitherFormat() {
        for (String format : new String[] {"avro", "json"}) {
            try (var serde = new VerdictSerde()) {
                serde.configure(
                        Map.of(
                                RegistrySettings.URL, MOCK,
                                RegistrySettings.AUTO_REGISTER, "true",
                                VerdictSerializer.FORMAT, format),
                        false);
                byte[] bytes = serde.serializer().serialize("verdicts", Samples.verdict());
                assertThat(bytes[0] == '{').isEqualTo(format.equals("json"));
                assertThat(serde.deserializer().deserialize("verdicts", NONE, bytes))
                        .isEqualTo(Samples.verdict());
            }
        }
    }

    @Test
    void metricsComeBackFromEitherFormat() {
        for (String format : new String[] {"avro", "json"}) {
            try (var serde = new MetricsSerde()) {
                serde.configure(
                        Map.of(
                                RegistrySettings.URL, MOCK,
                                RegistrySettings.AUTO_REGISTER, "true",
                                MetricsSerializer.FORMAT, format),
                        false);
                byte[] bytes = serde.serializer().serialize("metrics", Samples.metrics());
                assertThat(bytes[0] == '{').isEqualTo(format.equals("json"));
                assertThat(serde.deserializer().deserialize("metrics", NONE, bytes))
                        .isEqualTo(Samples.metrics());
            }
        }
    }

    @Test
    void tombstonesStayNull() {
        try (var events = new TextEventSerde();
                var verdicts = new VerdictSerde()) {
            assertThat(events.serializer().serialize("t", null)).isNull();
            assertThat(events.deserializer().deserialize("t", null)).isNull();
            assertThat(verdicts.serializer().serialize("t", null)).isNull();
            assertThat(verdicts.deserializer().deserialize("t", null)).isNull();
        }
    }

    @Test
    void theIdMayStandInAHeader() {
        byte[] framed = encoded(Samples.event());
        byte[] guid = ByteBuffer.allocate(17)
                .put((byte) 1)
                .put(uuidBytes(registry.latest("in-header-value").schema()))
                .array();
        for (byte[] ref : new byte[][] {Arrays.copyOf(framed, 5), guid}) {
            var headers = new RecordHeaders().add(SchemaRef.HEADER, ref);
            byte[] row = Arrays.copyOfRange(framed, 5, framed.length);
            assertThat(decoder.decode("in-header", headers, row))
                    .isEqualTo(new DecodedEvent(Samples.event(), Encoding.AVRO_HEADER));
        }
    }

    @Test
    void readsAForeignRecordThatHasAText() {
        Schema post = SchemaBuilder.record("com.acme.Post")
                .fields()
                .requiredLong("likes")
                .requiredString("text")
                .endRecord();
        var row = new GenericRecordBuilder(post)
                .set("likes", 7L)
                .set("text", "hello")
                .build();
        TextEvent event = decoder.decode("posts", NONE, foreign(post, row)).event();
        assertThat(event.getText()).isEqualTo("hello");
        assertThat(event.getSource()).isNull();
    }

    @Test
    void refusesAForeignRecordThatHasNone() {
        Schema post =
                SchemaBuilder.record("Page").fields().requiredString("body").endRecord();
        byte[] bytes = foreign(
                post, new GenericRecordBuilder(post).set("body", "secret").build());
        refused(bytes, message -> assertThat(message).contains("field text").doesNotContain("secret"));
        Schema number =
                SchemaBuilder.record("Number").fields().requiredLong("text").endRecord();
        byte[] wrong =
                foreign(number, new GenericRecordBuilder(number).set("text", 7L).build());
        refused(wrong, message -> assertThat(message).contains("Number", "TextEvent", "/fields/"));
    }

    @Test
    void refusesBrokenRecords() {
        byte[] good = encoded(Samples.event());
        refused(Arrays.copyOf(good, 4), message -> assertThat(message).contains("names no schema"));
        refused(
                Arrays.copyOf(good, good.length - 3),
                message -> assertThat(message).contains("schema id"));
        refused(
                Arrays.copyOf(good, good.length + 1),
                message -> assertThat(message).contains("left over"));
        byte[] unknown = good.clone();
        unknown[2] = 77;
        refused(unknown, message -> assertThat(message).contains("mock://", "schema id"));
    }

    @Test
    void refusesAStringThatIsNotUtf8() {
        byte[] bytes = encoded(Samples.event());
        for (int i = 5; i < bytes.length; i++) {
            if (bytes[i] == 'E') {
                bytes[i] = (byte) 0xFF;
            }
        }
        refused(bytes, message -> assertThat(message).contains("not UTF-8"));
    }

    @Test
    void refusesALengthThatTheRecordDoesNotHave() {
        encoded(Samples.event());
        int id = registry.latest("in-header-value").id();
        // id: the string branch, then a length of 2^30 bytes in zigzag.
        byte[] row = {2, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 8, 'x'};
        refused(SchemaRef.framed(id, row), message -> assertThat(message).contains("schema id " + id));
    }

    @Test
    void survivesEverySingleByteFlip() {
        byte[] good = encoded(Samples.event());
        for (int i = 5; i < good.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bytes = good.clone();
                bytes[i] ^= (byte) (1 << bit);
                try {
                    assertThat(decoder.decode("t", NONE, bytes).event()).isNotNull();
                } catch (UndecodableEventException expected) {
                    assertThat(expected.getMessage()).hasLineCount(1);
                }
            }
        }
    }

    @Test
    void anIdThatIsRefusedIsTheRecordsFault() throws Exception {
        try (var server = new FakeRegistry();
                var http = TextEventDecoder.open(
                        EventFormat.AUTO, Map.of(RegistrySettings.URL, server.url(), "retries.max.wait.ms", "1"))) {
            server.fix("/schemas/ids/7", 403, "{\"error_code\":40301}");
            assertThatThrownBy(() -> http.decode("t", NONE, SchemaRef.framed(7, new byte[5])))
                    .isInstanceOf(UndecodableEventException.class)
                    .hasMessageContaining("answered 403 for schema id 7")
                    .hasNoCause();
        }
    }

    @Test
    void aSilentRegistryIsNotTheRecordsFault() throws Exception {
        try (var server = new FakeRegistry();
                var http = TextEventDecoder.open(
                        EventFormat.AUTO, Map.of(RegistrySettings.URL, server.url(), "max.retries", "0"))) {
            server.plan(500, "{}");
            server.plan(500, "{}");
            assertThatThrownBy(() -> http.decode("t", NONE, SchemaRef.framed(1, new byte[0])))
                    .isExactlyInstanceOf(RegistryException.class);
            assertThatThrownBy(() -> http.decode("t", NONE, SchemaRef.framed(1, new byte[0])))
                    .isInstanceOf(UndecodableEventException.class);
        }
    }

    @Test
    void registersOnlyWhereAllowed() {
        try (var serializer = new VerdictSerializer()) {
            serializer.configure(Map.of(RegistrySettings.URL, MOCK), false);
            assertThatThrownBy(() -> serializer.serialize("nobody-registered", Samples.verdict()))
                    .isExactlyInstanceOf(RegistryException.class)
                    .hasMessageContaining("nobody-registered-value")
                    .hasMessageContaining("auto.register.schemas=true");
        }
    }

    @Test
    void writesInTheNewestVersionWhereAsked() {
        Schema later = SchemaBuilder.record("dev.assay.schemas.TextEvent")
                .fields()
                .optionalString("mood")
                .requiredString("text")
                .endRecord();
        registry.register("newest-value", later);
        try (var serializer = new TextEventSerializer()) {
            serializer.configure(Map.of(RegistrySettings.URL, MOCK, RegistrySettings.USE_LATEST, "true"), false);
            byte[] bytes = serializer.serialize("newest", Samples.event());
            assertThat(ByteBuffer.wrap(bytes).getInt(1))
                    .isEqualTo(registry.latest("newest-value").id());
            assertThat(decoder.decode("newest", NONE, bytes).event().getText())
                    .isEqualTo(Samples.event().getText());
        }
    }

    private void refused(byte[] bytes, Consumer<String> message) {
        assertThatThrownBy(() -> decoder.decode("t", NONE, bytes))
                .isInstanceOf(UndecodableEventException.class)
                .hasNoCause()
                .extracting(Throwable::getMessage)
                .satisfies(message::accept);
    }

    private byte[] encoded(TextEvent event) {
        try (var serializer = new TextEventSerializer()) {
            serializer.configure(config, false);
            return serializer.serialize("in-header", event);
        }
    }

    private byte[] foreign(Schema schema, GenericData.Record row) {
        return SchemaRef.framed(registry.register(schema.getName(), schema), AvroBinary.writeGeneric(row));
    }

    private static byte[] uuidBytes(Schema schema) {
        var guid = java.util.UUID.nameUUIDFromBytes(
                dev.assay.schemas.registry.SchemaText.of(schema).getBytes(UTF_8));
        return ByteBuffer.allocate(16)
                .putLong(guid.getMostSignificantBits())
                .putLong(guid.getLeastSignificantBits())
                .array();
    }
}
