package dev.assay.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.schemas.Metrics;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.serde.MetricsSerializer;
import dev.assay.schemas.serde.UndecodableEventException;
import dev.assay.schemas.serde.VerdictDeserializer;
import dev.assay.streams.records.OddVerdicts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands on the topic of verdicts is counted, is a dead letter or is passed over as a tombstone or shadow; windows are written. */
class AnyVerdictTest {
    private static final int RECORDS = Integer.getInteger("assay.records", 2_000);
    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://any-verdict");

    private final VerdictDeserializer reader = new VerdictDeserializer();
    private final MetricsSerializer writer = new MetricsSerializer();

    @TempDir
    Path state;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isAccountedFor(long seed) {
        reader.configure(REGISTRY, false);
        OddVerdicts values = new OddVerdicts(seed, REGISTRY.get("schema.registry.url"));
        var ports = new MetricsTopology.Ports(() -> reader::deserialize, () -> writer::serialize);
        try (MetricsRig rig = new MetricsRig(state, ports)) {
            int passedOver = 0;
            for (int i = 0; i < RECORDS; i++) {
                byte[] value = values.next();
                passedOver += isPassedOver(value) ? 1 : 0;
                rig.verdicts.pipeInput(new TestRecord<>(null, value, new RecordHeaders(), 17L * i));
            }
            rig.pass(Duration.ofSeconds(80));

            int letters = rig.deadLetters.readRecordsToList().size();
            assertThat(rig.count("verdicts") + letters + passedOver).isEqualTo(RECORDS);
            assertThat(rig.count("unreadable")).isEqualTo(letters);
            assertThat(letters).isGreaterThan(RECORDS / 20);
            assertThat(rig.count("verdicts")).isGreaterThan(RECORDS / 5.0);
            assertThat(rig.records()).isNotEmpty().allSatisfy(record -> {
                Metrics metrics = MetricsRig.read(record);
                assertThat(metrics.getVerdicts()).isPositive();
                assertThat(metrics.getBytes()).isNotNegative();
                assertThat(metrics.getLatency().getSum()).isFinite().isNotNegative();
                assertThat(metrics.getPValues().getSum()).isFinite();
                assertThat(record.timestamp()).isBetween(0L, Verdicts.BEGIN.toEpochMilli());
            });
        }
    }

    private boolean isPassedOver(byte[] value) {
        if (value == null) {
            return true;
        }
        try {
            Verdict verdict = reader.deserialize("t", value);
            return verdict.getShadow();
        } catch (UndecodableEventException unreadable) {
            return false;
        }
    }
}
