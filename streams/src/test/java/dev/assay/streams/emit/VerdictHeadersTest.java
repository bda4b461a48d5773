package dev.assay.streams.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.event.Failure;
import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of headers that others put on an event. */
class VerdictHeadersTest {
    private static final SourcePosition POSITION = new SourcePosition("events", 3, 14);
    private static final Failure FAILURE = new Failure("a.B", "said", "where");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__value_schema_id",
                "__key_schema_id",
                "content-type",
                "Content-Type",
                "content-encoding",
                "__TypeId__",
                "__ContentTypeId__",
                "__KeyTypeId__",
                "ce_id",
                "ce_type",
                "ce_specversion",
                "apicurio.value.globalId",
                "__streams.errors.exception",
                "__streams.errors.of-a-later-version",
                "__assay.value.length"
            })
    void whatSaysOfTheEventsBytesStaysWithThem(String name) {
        assertThat(VerdictHeaders.of(headers(name, "x")).toArray()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "traceparent", "ce", "center", "__Key_TypeId__", "apicurio.key.globalId", "id", "语"})
    void whatSaysOfTheEventGoesWithIt(String name) {
        assertThat(VerdictHeaders.of(headers(name, null)).toArray()).hasSize(1).allSatisfy(header -> {
            assertThat(header.key()).isEqualTo(name);
            assertThat(header.value()).isNull();
        });
    }

    @Test
    void aLetterSaysWhatHappenedLastWhateverItsEventSaid() {
        RecordHeaders foreign = headers("__streams.errors.offset", "nonsense");
        foreign.add("__streams.errors.offset", null)
                .add("__assay.value.length", bytes("7"))
                .add("own", bytes("kept"));
        var letter = new DeadLetters(5000).of(raw(foreign, bytes("text")), FAILURE);
        assertThat(DeadLetter.of(letter.headers()))
                .contains(new DeadLetter("a.B", POSITION, false, OptionalLong.of(1234)));
        assertThat(letter.headers().headers("__streams.errors.offset")).hasSize(1);
        assertThat(letter.headers().lastHeader("own").value()).isEqualTo(bytes("kept"));
    }

    /** Each was compared with all others and moved once. */
    @Test
    void hundredThousandHeadersOfALetterDoNotHoldUpAnybody() {
        RecordHeaders many = new RecordHeaders();
        for (int i = 0; i < 100_000; i++) {
            many.add("__streams.errors.exception", new byte[0]);
        }
        var letter = new DeadLetters(5000).of(raw(many, bytes("text")), FAILURE);
        assertThat(letter.headers().toArray()).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "events, x, 14",
        "events, 3, x",
        "events, -1, 14",
        "events, 3, -14",
        "events, 2147483648, 14",
        "events, 3, 9223372036854775808",
        "events, '', 14",
        "events,, 14",
        ", 3, 14"
    })
    void aForeignLetterIsNone(String topic, String partition, String offset) {
        RecordHeaders headers = headers("__streams.errors.topic", topic);
        headers.add("__streams.errors.partition", bytes(partition)).add("__streams.errors.offset", bytes(offset));
        assertThat(DeadLetter.of(headers)).isEmpty();
    }

    @Test
    void aForeignTimeIsNone() {
        var letter = new DeadLetters(5000).of(raw(new RecordHeaders(), bytes("text")), FAILURE);
        letter.headers().add(DeadLetters.TIMESTAMP, bytes("yesterday"));
        assertThat(DeadLetter.of(letter.headers()).orElseThrow().timestamp()).isEmpty();
    }

    private static RawEvent raw(RecordHeaders headers, byte[] value) {
        return new RawEvent(bytes("key"), value, 1234, headers, POSITION);
    }

    private static RecordHeaders headers(String name, String content) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(name, bytes(content));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
