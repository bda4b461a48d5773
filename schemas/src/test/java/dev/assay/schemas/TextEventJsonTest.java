package dev.assay.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEventJsonTest {

    @Test
    void readsBackToTheSameEvent() {
        assertThat(TextEventJson.read(TextEventJson.write(Samples.event()))).isEqualTo(Samples.event());
    }

    @Test
    void needsNothingButText() {
        TextEvent event = TextEventJson.read("{\"text\":\"x\"}");
        assertThat(event.getText()).isEqualTo("x");
        assertThat(event.getId()).isNull();
        assertThat(event.getCreatedAt()).isNull();
        assertThat(event.getAttributes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000123, 2023-11-14T22:13:20.123Z",
        "'\"2023-11-14T22:13:20.123456Z\"', 2023-11-14T22:13:20.123Z",
        "'\"2023-11-14T23:13:20+01:00\"', 2023-11-14T22:13:20Z",
        "'\"2023-11-14T22:13:20\"', 2023-11-14T22:13:20Z"
    })
    void readsTimesEitherWay(String json, String time) {
        TextEvent event = TextEventJson.read("{\"text\":\"x\",\"created_at\":" + json + "}");
        assertThat(event.getCreatedAt()).isEqualTo(Instant.parse(time));
    }

    /** No calendar has them, and the text can be judged all the same. */
    @ParameterizedTest
    @CsvSource({
        "'\"0001-01-01T00:00:00Z\"', -62135596800000",
        "'\"-0044-03-15T12:00:00Z\"', -63549316800000",
        "'\"+56302-01-01T00:00:00Z\"', 1714552272000000",
        "'\"+999999999-12-31T23:59:59Z\"', 9223372036854775807",
        "'\"-999999999-01-01T00:00:00Z\"', -9223372036854775808",
        "1714557600000000, 1714557600000000",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "1000000000000000000000000000000, 9223372036854775807",
        "-1000000000000000000000000000000, -9223372036854775808"
    })
    void readsFarTimes(String json, long millis) {
        TextEvent event = TextEventJson.read("{\"text\":\"x\",\"created_at\":" + json + "}");
        assertThat(event.getCreatedAt().toEpochMilli()).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {Long.MIN_VALUE, -62_135_596_800_001L, -62_135_596_800_000L, 253_402_300_799_999L, Long.MAX_VALUE})
    void writesNoYearThatOthersCannotRead(long millis) {
        TextEvent event = TextEventJson.read("{\"text\":\"x\",\"created_at\":" + millis + "}");
        String written = TextEventJson.write(event);
        assertThat(written).containsPattern("\"created_at\":(\"\\d{4}-|-?\\d+)");
        assertThat(TextEventJson.read(written)).isEqualTo(event);
    }

    @Test
    void takesNumbersForNamesAndAnythingForAttributes() {
        TextEvent event = TextEventJson.read("{\"id\":12345678901234567890,\"source\":7,\"text\":\"x\","
                + "\"attributes\":{\"a\":\"b\",\"n\":1.50,\"l\":[1,{\"z\":null}],\"gone\":null}}");
        assertThat(event.getId()).isEqualTo("12345678901234567890");
        assertThat(event.getSource()).isEqualTo("7");
        assertThat(event.getAttributes())
                .containsEntry("a", "b")
                .containsEntry("n", "1.5")
                .containsEntry("l", "[1,{\"z\":null}]")
                .hasSize(3);
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        assertThat(TextEventJson.read("{\"text\":\"x\",\"likes\":[1,2]}"))
                .isEqualTo(TextEventJson.read("{\"text\":\"x\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"body\":\"secret\"}",
                "{\"text\":null}",
                "{\"text\":[\"secret\"]}",
                "{\"text\":\"x\",\"created_at\":\"secret\"}",
                "{\"text\":\"x\",\"created_at\":1.5}",
                "{\"text\":\"x\",\"attributes\":\"secret\"}",
                "{\"text\":\"x\",\"language\":7}",
                "{\"text\":\"x\",\"text\":\"secret\"}",
                "{\"text\":\"x\",\"attributes\":{\"a\":1,\"a\":2}}",
                "{\"text\":\"x\"} secret",
                "{\"text\":secret}",
                "\"secret\"",
                ""
            })
    void refusesWithoutQuoting(String json) {
        assertThatThrownBy(() -> TextEventJson.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret")
                .message()
                .hasLineCount(1);
    }

    @Test
    void refusesDeepNestingButNotLength() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> TextEventJson.read("{\"text\":\"x\",\"attributes\":" + deep + "}"))
                .isInstanceOf(IllegalArgumentException.class);
        String text = "a b ".repeat(25 << 18);
        assertThat(TextEventJson.read("{\"text\":\"" + text + "\"}").getText()).isEqualTo(text);
    }
}
