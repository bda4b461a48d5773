package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.detectors.normalize.MalformedTextException;
import dev.assay.streams.event.Ingested;
import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import dev.assay.streams.ingest.Ingest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionTopologyTest {
    @TempDir
    Path state;

    @Test
    void thePathIsTheGoldenOne() throws Exception {
        try (Rig rig = new Rig(state, Stubs::assess);
                var golden = getClass().getResourceAsStream("/golden/topology.txt")) {
            var topology = new DetectionTopology(
                    Rig.TOPICS, DetectionSettings.of(1 << 20, 64), Stubs.PORTS, rig.engine, rig.metrics);
            assertThat(topology.get().describe().toString())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void keepsKeyTimestampAndHeaders() {
        try (Rig rig = new Rig(state, Stubs::assess)) {
            var headers = new RecordHeaders().add("trace", Rig.bytes("t1")).add("__key_schema_id", Rig.bytes("1"));
            rig.events.pipeInput(new TestRecord<>(Rig.bytes("alice"), Rig.bytes("hello"), headers, 1234L));
            rig.awaitOutputs(1);
            var verdict = rig.verdicts.get(0);
            assertThat(verdict.key()).isEqualTo(Rig.bytes("alice"));
            assertThat(verdict.timestamp()).isEqualTo(1234);
            assertThat(verdict.headers().toArray()).extracting("key").containsExactly("trace");
            assertThat(rig.verdict(0).getEventId()).isEqualTo("assay.text-events-0-0");
            assertThat(rig.verdict(0).getSource()).isEqualTo("alice");
            assertThat(rig.verdict(0).getCreatedAt().toEpochMilli()).isEqualTo(1234);
        }
    }

    /** Each of these stopped the application for good: latency in nanoseconds overflows after 292 years. */
    @ParameterizedTest
    @CsvSource({
        "'\"1700-01-01T00:00:00Z\"', 1700-01-01T00:00:00Z",
        "'\"0001-01-01T00:00:00Z\"', 0001-01-01T00:00:00Z",
        "-62135596800000, 0001-01-01T00:00:00Z",
        "'\"2400-01-01T00:00:00Z\"', 2400-01-01T00:00:00Z",
        "'\"9999-12-31T23:59:59.999Z\"', 9999-12-31T23:59:59.999Z"
    })
    void aFarTimeIsTheVerdicts(String json, String created) {
        try (Rig rig = new Rig(state, Stubs::assess)) {
            rig.send("a", "{\"text\":\"hello\",\"created_at\":" + json + "}");
            rig.awaitOutputs(1);
            assertThat(rig.deadLetters).isEmpty();
            assertThat(new String(rig.verdicts.get(0).value(), StandardCharsets.UTF_8))
                    .contains("\"created_at\":\"" + created + "\"");
            assertThat(rig.verdicts.get(0).headers().lastHeader(RawEvent.ODD_TIME))
                    .isNull();
            assertThat(rig.metrics.get("assay.emit.latency").summary().count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -62_135_596_800_001L, 1_714_557_600_000_000L, Long.MAX_VALUE})
    void aTimeThatNoVerdictCanCarryIsTheRecordsAndNoted(long millis) {
        try (Rig rig = new Rig(state, Stubs::assess)) {
            byte[] value = Rig.bytes("{\"text\":\"hello\",\"created_at\":" + millis + "}");
            rig.events.pipeInput(new TestRecord<>(Rig.bytes("a"), value, new RecordHeaders(), 1234L));
            rig.awaitOutputs(1);
            assertThat(rig.deadLetters).isEmpty();
            assertThat(rig.verdict(0).getCreatedAt().toEpochMilli()).isEqualTo(1234);
            assertThat(Rig.header(rig.verdicts.get(0), RawEvent.ODD_TIME)).isEqualTo(Long.toString(millis));
        }
    }

    @Test
    void aRecordFromTheFutureIsOfNow() {
        long before = System.currentTimeMillis();
        try (Rig rig = new Rig(state, Stubs::assess)) {
            long tomorrow = before + Duration.ofDays(1).toMillis();
            rig.events.pipeInput(new TestRecord<>(Rig.bytes("a"), Rig.bytes("text"), new RecordHeaders(), tomorrow));
            rig.events.pipeInput(
                    new TestRecord<>(Rig.bytes("a"), new byte[] {(byte) 0xff}, new RecordHeaders(), Long.MAX_VALUE));
            rig.awaitOutputs(2);
            assertThat(rig.verdicts.get(0).timestamp()).isBetween(before, System.currentTimeMillis());
            assertThat(rig.deadLetters.get(0).timestamp()).isBetween(before, System.currentTimeMillis());
        }
    }

    /** A mebibyte of them would be fifty in memory, for as long as the text waits. */
    @Test
    void attributesAreNotHeldWhileTheTextWaits() {
        var ingest = new Ingest(Stubs.READER, 1 << 20);
        byte[] value = Rig.bytes("{\"text\":\"x\",\"attributes\":{\"a\":\"b\"}}");
        var passage = ingest.ingest(
                new RawEvent(null, value, 0, new RecordHeaders(), new SourcePosition("text-events", 0, 0)));
        assertThat(((Ingested) passage).event().getAttributes()).isEmpty();
    }

    @Test
    void aSlowTextHoldsBackItsKeyAndNoOther() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        try (Rig rig = new Rig(state, input -> slowIf("12345", slow, input))) {
            rig.send("a", "12345");
            rig.send("a", "1");
            rig.send("b", "123");
            rig.send("a", "12");
            rig.awaitOutputs(1);
            assertThat(rig.lengths("b")).containsExactly(3L);
            assertThat(rig.lengths("a")).isEmpty();
            slow.countDown();
            rig.awaitOutputs(4);
            assertThat(rig.lengths("a")).containsExactly(5L, 1L, 2L);
        }
    }

    @Test
    void eventsWithoutKeyDoNotWaitForEachOther() {
        CountDownLatch slow = new CountDownLatch(1);
        try (Rig rig = new Rig(state, input -> slowIf("12345", slow, input))) {
            rig.send(null, "12345");
            rig.send(null, "1");
            rig.awaitOutputs(1);
            assertThat(rig.verdict(0).getText().getCharacters()).isEqualTo(1);
            assertThat(rig.verdict(0).getSource()).isEqualTo("unknown");
            slow.countDown();
            rig.awaitOutputs(2);
        }
    }

    @Test
    void aFailureIsADeadLetterOfItsOwnEvent() {
        try (Rig rig = new Rig(state, DetectionTopologyTest::rejectBad)) {
            rig.send("a", "good");
            rig.send("a", "bad");
            rig.send("a", "good again");
            rig.awaitOutputs(3);
            assertThat(rig.lengths("a")).containsExactly(4L, 10L);
            var letter = rig.deadLetters.get(0);
            assertThat(letter.key()).isEqualTo(Rig.bytes("a"));
            assertThat(letter.value()).isEqualTo(Rig.bytes("bad"));
            assertThat(Rig.header(letter, "__streams.errors.exception"))
                    .isEqualTo(MalformedTextException.class.getName());
            assertThat(Rig.header(letter, "__streams.errors.message")).isEqualTo("defect at 3");
            assertThat(Rig.header(letter, "__streams.errors.stacktrace"))
                    .contains("\tat " + getClass().getName());
            assertThat(Rig.header(letter, "__streams.errors.topic")).isEqualTo("assay.text-events");
            assertThat(Rig.header(letter, "__streams.errors.partition")).isEqualTo("0");
            assertThat(Rig.header(letter, "__streams.errors.offset")).isEqualTo("1");
        }
    }

    @Test
    void bytesThatHoldNoEventAreDeadLettersThatDoNotQuoteThem() {
        try (Rig rig = new Rig(state, Stubs::assess)) {
            rig.events.pipeInput(Rig.bytes("a"), new byte[] {'s', 'e', 'c', 'r', 'e', 't', (byte) 0xff});
            rig.send("a", "{\"text\": \"secret\", ");
            rig.send("a", "{\"text\": 17}");
            rig.awaitOutputs(3);
            assertThat(rig.deadLetters).hasSize(3).allSatisfy(letter -> {
                assertThat(Rig.header(letter, "__streams.errors.message")).doesNotContain("secret");
                assertThat(Rig.header(letter, "__streams.errors.stacktrace")).doesNotContain("secret");
            });
        }
    }

    @Test
    void tombstonesArePassedOverAndCounted() {
        try (Rig rig = new Rig(state, Stubs::assess)) {
            rig.send("a", null);
            rig.send("a", "text");
            rig.awaitOutputs(1);
            assertThat(Counts.of(rig.metrics)).isEqualTo(new Counts(2, 1, 1, 0));
            assertThat(Counts.of(rig.metrics).isBalanced()).isTrue();
        }
    }

    @Test
    void anOversizedEventKeepsItsBeginning() {
        DetectionSettings small = DetectionSettings.of(2048, 64).withRooms(1 << 20, 2048 + 4096, 1 << 20);
        try (Rig rig = new Rig(state, Stubs::assess, small, Stubs.PORTS)) {
            rig.send("a", "x".repeat(2048));
            rig.send("a", "y".repeat(20_000));
            rig.awaitOutputs(2);
            assertThat(rig.lengths("a")).containsExactly(2048L);
            var letter = rig.deadLetters.get(0);
            assertThat(letter.value()).isEqualTo(Rig.bytes("y".repeat(1024)));
            assertThat(Rig.header(letter, "__assay.value.length")).isEqualTo("20000");
            // python3 -c "import hashlib; print(hashlib.sha256(b'y' * 20000).hexdigest())"
            assertThat(Rig.header(letter, "__assay.value.sha256"))
                    .isEqualTo("fdb7f88419c3dd0053ff7c3e9db63fda5bcedf3b8a7344fc1a955a17f4423b58");
            assertThat(Rig.header(letter, "__streams.errors.offset")).isEqualTo("1");
        }
    }

    @Test
    void anOversizedVerdictIsADeadLetterOfItsOwnEvent() {
        var ports = new DetectionTopology.Ports(
                Stubs.READER,
                (topic, headers, verdict) -> new byte[verdict.getText().getCharacters() == 3 ? 5000 : 50],
                Stubs.MAPPER);
        DetectionSettings small = DetectionSettings.of(2048, 64).withRooms(4096, 1 << 20, 1 << 20);
        try (Rig rig = new Rig(state, Stubs::assess, small, ports)) {
            List.of("1", "12", "123", "1234").forEach(text -> rig.send("a", text));
            rig.awaitOutputs(4);
            assertThat(rig.verdicts).hasSize(3);
            assertThat(rig.deadLetters).hasSize(1);
            assertThat(rig.deadLetters.get(0).value()).isEqualTo(Rig.bytes("123"));
        }
    }

    @Test
    void capacityHoldsBackForAWhileAndThenAccepts() {
        CountDownLatch slow = new CountDownLatch(1);
        DetectionSettings tight = DetectionSettings.of(2048, 2);
        try (Rig rig = new Rig(state, input -> slowIf("1", slow, input), tight, Stubs.PORTS)) {
            List<String> texts = LongStream.rangeClosed(1, 9)
                    .mapToObj(n -> "1".repeat((int) n))
                    .toList();
            texts.forEach(text -> rig.send("a", text)); // more than the ring's first four slots
            assertThat(rig.metrics.get("assay.score.pending").gauge().value()).isEqualTo(9);
            slow.countDown();
            rig.awaitOutputs(9);
            assertThat(rig.lengths("a")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        }
    }

    private static Assessment slowIf(String text, CountDownLatch latch, TextInput input) {
        if (input.text().equals(text)) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return Stubs.assess(input);
    }

    private static Assessment rejectBad(TextInput input) {
        if (input.text().equals("bad")) {
            throw new MalformedTextException("defect at 3");
        }
        return Stubs.assess(input);
    }
}
