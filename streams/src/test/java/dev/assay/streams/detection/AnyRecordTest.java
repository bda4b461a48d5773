package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.TextInput;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.detect.Score;
import dev.assay.schemas.TimeRange;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.serde.EventFormat;
import dev.assay.schemas.serde.TextEventDecoder;
import dev.assay.schemas.serde.VerdictDeserializer;
import dev.assay.schemas.serde.VerdictSerializer;
import dev.assay.streams.emit.DeadLetter;
import dev.assay.streams.records.OddRecords;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever a record holds, it is answered once: by a verdict, by a dead letter, or as a tombstone by nothing. Generated records, the
 * serdes that run in production.
 *
 * <p>{@code -Dassay.records=N} sends N records of each seed.
 */
class AnyRecordTest {
    private static final int RECORDS = Integer.getInteger("assay.records", 2_000);
    private static final double[] ODD_SCORES = {-1, Double.NaN, Double.MAX_VALUE, Double.NEGATIVE_INFINITY};
    private static final String REGISTRY = "mock://any-record";

    @TempDir
    Path state;

    @ParameterizedTest
    @CsvSource({"1, json", "2, avro", "3, json"})
    void isAnsweredOnce(long seed, String format) {
        try (Rig rig = new Rig(state, AnyRecordTest::assess, DetectionSettings.of(1 << 20, 64), ports(format))) {
            OddRecords records = new OddRecords(seed, REGISTRY, System.currentTimeMillis());
            int tombstones = 0;
            for (int i = 0; i < RECORDS; i++) {
                OddRecords.Odd odd = records.next();
                tombstones += odd.value() == null ? 1 : 0;
                rig.events.pipeInput(new TestRecord<>(odd.key(), odd.value(), odd.headers(), odd.timestamp()));
            }
            rig.awaitOutputs(RECORDS - tombstones);

            assertThat(Counts.of(rig.metrics))
                    .isEqualTo(new Counts(RECORDS, tombstones, rig.verdicts.size(), rig.deadLetters.size()));
            assertThat(rig.verdicts.size() + rig.deadLetters.size()).isEqualTo(RECORDS - tombstones);
            assertThat(rig.verdicts.size()).isGreaterThan(RECORDS / 5);
            assertThat(rig.deadLetters.size()).isGreaterThan(RECORDS / 20);
            assertThat(rig.metrics.get("assay.meter.failures").counter().count())
                    .isZero();
            checkVerdicts(rig);
            checkLetters(rig);
        }
    }

    private static void checkVerdicts(Rig rig) {
        long now = System.currentTimeMillis();
        try (VerdictDeserializer reader = new VerdictDeserializer()) {
            reader.configure(Map.of("schema.registry.url", REGISTRY), false);
            assertThat(rig.verdicts).allSatisfy(record -> {
                Verdict verdict = reader.deserialize("t", record.headers(), record.value());
                assertThat(TimeRange.holds(verdict.getCreatedAt())).isTrue();
                assertThat(record.timestamp()).isBetween(0L, now);
                assertThat(record.headers().toArray())
                        .extracting(header -> header.key())
                        .doesNotContain("content-type", "Content-Type", "__TypeId__", "ce_id", "__value_schema_id");
            });
        }
    }

    private static void checkLetters(Rig rig) {
        long now = System.currentTimeMillis();
        assertThat(rig.deadLetters).allSatisfy(record -> {
            assertThat(record.timestamp()).isBetween(0L, now);
            assertThat(DeadLetter.of(record.headers())).isPresent();
        });
        assertThat(rig.deadLetters.stream()
                        .map(record ->
                                DeadLetter.of(record.headers()).orElseThrow().position()))
                .doesNotHaveDuplicates();
        assertThat(rig.deadLetters)
                .extracting(record -> Rig.header(record, "__streams.errors.message"))
                .noneMatch(message -> message.contains("withheld"))
                .noneMatch(message -> message.contains("little girl"));
    }

    private static DetectionTopology.Ports ports(String format) {
        Map<String, Object> config = new HashMap<>();
        config.put("schema.registry.url", REGISTRY);
        config.put("auto.register.schemas", "true");
        config.put(VerdictSerializer.FORMAT, format);
        TextEventDecoder decoder = TextEventDecoder.open(EventFormat.AUTO, config);
        VerdictSerializer serializer = new VerdictSerializer();
        serializer.configure(config, false);
        return new DetectionTopology.Ports(
                (topic, headers, value) -> decoder.decode(topic, headers, value).event(),
                serializer::serialize,
                Stubs.MAPPER);
    }

    /** What a model may give, numbers that are none among them. */
    private static Assessment assess(TextInput input) {
        Assessment usual = Stubs.assess(input);
        double odd = ODD_SCORES[input.text().length() % ODD_SCORES.length];
        return new Assessment(
                usual.sha256(),
                usual.bytes(),
                usual.characters(),
                usual.tokens(),
                usual.scoredTokens(),
                usual.language(),
                usual.domain(),
                usual.alterations(),
                usual.answers(),
                Map.of("odd", new Score(Question.MACHINE, OptionalDouble.of(odd))),
                usual.spans(),
                AssessorSettings.defaults());
    }
}
