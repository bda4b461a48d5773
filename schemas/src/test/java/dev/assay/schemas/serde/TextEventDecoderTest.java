package dev.assay.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.schemas.Samples;
import dev.assay.schemas.TextEventJson;
import dev.assay.schemas.serde.DecodedEvent.Encoding;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEventDecoderTest {
    private final TextEventDecoder auto = TextEventDecoder.open(EventFormat.AUTO, Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {"Plain words.", "", "{laughs} Hello", "{ sic", "[1] A note", "\"Quoted,\" she said.", "\t語😀"})
    void takesForText(String text) {
        DecodedEvent decoded = auto.decode("t", new RecordHeaders(), text.getBytes(UTF_8));
        assertThat(decoded.encoding()).isEqualTo(Encoding.TEXT);
        assertThat(decoded.event().getText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"x\"}", " \r\n{ \t\"text\" : \"x\" }\n", "\uFEFF{\"text\":\"x\"}"})
    void takesForJson(String json) {
        DecodedEvent decoded = auto.decode("t", new RecordHeaders(), json.getBytes(UTF_8));
        assertThat(decoded.encoding()).isEqualTo(Encoding.JSON);
        assertThat(decoded.event().getText()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"body\":\"x\"}", "{\"text\":\"x\"", "{\"text\":\"x\",\"text\":\"y\"}"})
    void neverTakesABrokenObjectForText(String json) {
        assertThatThrownBy(() -> auto.decode("t", new RecordHeaders(), json.getBytes(UTF_8)))
                .isInstanceOf(UndecodableEventException.class)
                .hasNoCause();
    }

    @Test
    void opensConnectsEnvelope() {
        String event = TextEventJson.write(Samples.event());
        String envelope =
                "{\"schema\":{\"type\":\"struct\",\"optional\":false,\"fields\":[]},\"payload\":" + event + "}";
        DecodedEvent decoded = auto.decode("t", new RecordHeaders(), envelope.getBytes(UTF_8));
        assertThat(decoded.encoding()).isEqualTo(Encoding.CONNECT_JSON);
        assertThat(decoded.event()).isEqualTo(Samples.event());
    }

    @Test
    void opensAnEnvelopeAroundAString() {
        byte[] envelope = "{\"schema\":{\"type\":\"string\"},\"payload\":\"a text\"}".getBytes(UTF_8);
        assertThat(auto.decode("t", new RecordHeaders(), envelope).event().getText())
                .isEqualTo("a text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "{}", "[]"})
    void refusesAnEnvelopeWithoutText(String payload) {
        byte[] envelope = ("{\"schema\":null,\"payload\":" + payload + "}").getBytes(UTF_8);
        assertThatThrownBy(() -> auto.decode("t", new RecordHeaders(), envelope))
                .isInstanceOf(UndecodableEventException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "content-type, application/json; charset=utf-8, JSON",
        "Content-Type, application/vnd.acme.post+json, JSON",
        "content-type, text/plain, TEXT",
        "content-type, image/png, JSON",
        "ce-type, text/plain, JSON"
    })
    void believesTheContentType(String header, String type, Encoding expected) {
        var headers = new RecordHeaders().add(header, type.getBytes(UTF_8));
        assertThat(auto.decode("t", headers, "{\"text\":\"x\"}".getBytes(UTF_8)).encoding())
                .isEqualTo(expected);
    }

    @Test
    void aHeaderWithoutAValueSaysNothing() {
        var headers = new RecordHeaders().add(SchemaRef.HEADER, null).add("content-type", null);
        assertThat(auto.decode("t", headers, "{\"text\":\"x\"}".getBytes(UTF_8)).encoding())
                .isEqualTo(Encoding.JSON);
    }

    @Test
    void aFormatOverridesWhatTheBytesLookLike() {
        byte[] json = "{\"text\":\"x\"}".getBytes(UTF_8);
        var text = TextEventDecoder.open(EventFormat.TEXT, Map.of());
        assertThat(text.decode("t", new RecordHeaders(), json).event().getText())
                .isEqualTo("{\"text\":\"x\"}");
        var object = TextEventDecoder.open(EventFormat.JSON, Map.of());
        assertThatThrownBy(() -> object.decode("t", new RecordHeaders(), "words".getBytes(UTF_8)))
                .isInstanceOf(UndecodableEventException.class)
                .hasMessageNotContaining("words");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[][] broken = {
            {'a', (byte) 0xFF},
            {'a', (byte) 0xC3},
            {(byte) 0xC0, (byte) 0x80},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xFE, '"', '}'}
        };
        for (byte[] bytes : broken) {
            assertThatThrownBy(() -> auto.decode("t", new RecordHeaders(), bytes))
                    .isInstanceOf(UndecodableEventException.class)
                    .hasMessage("the value is not UTF-8");
        }
    }

    @Test
    void takesAControlCharacterForAvro() {
        byte[][] framed = {{0}, {0, 0, 0, 0, 1, 2}, {1}, {1, 'a'}};
        for (byte[] bytes : framed) {
            assertThatThrownBy(() -> auto.decode("t", new RecordHeaders(), bytes))
                    .isInstanceOf(UndecodableEventException.class)
                    .hasMessageContaining("schema.registry.url");
        }
    }

    @Test
    void needsARegistryForAvroAlone() {
        assertThatThrownBy(() -> TextEventDecoder.open(EventFormat.AVRO, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void readsFiveMegabytes() {
        String text = "word ".repeat(1 << 20);
        assertThat(auto.decode("t", new RecordHeaders(), text.getBytes(UTF_8))
                        .event()
                        .getText())
                .isEqualTo(text);
    }

    @Test
    void namesItsFormats() {
        assertThat(EventFormat.of("Auto")).isEqualTo(EventFormat.AUTO);
        assertThatThrownBy(() -> EventFormat.of("xml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("auto, avro, json or text");
    }
}
