package dev.assay.streams.metrics;

import dev.assay.schemas.Metrics;
import dev.assay.schemas.MetricsJson;
import dev.assay.schemas.Topics;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.serde.MetricsSerializer;
import dev.assay.schemas.serde.VerdictDeserializer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The metrics topology in the test driver, whose wall clock begins with the verdicts'. */
final class MetricsRig implements AutoCloseable {
    static final Topics TOPICS = new Topics();
    private static final int ROOM = 1 << 20;

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final TopologyTestDriver driver;
    final TestInputTopic<byte[], byte[]> verdicts;
    final TestOutputTopic<byte[], byte[]> metrics;
    final TestOutputTopic<byte[], byte[]> deadLetters;

    MetricsRig(Path state) {
        this(state, ports());
    }

    MetricsRig(Path state, MetricsTopology.Ports ports) {
        Properties properties = new Properties();
        properties.put("application.id", "rig");
        properties.put("bootstrap.servers", "none:1");
        properties.put("state.dir", state.toString());
        properties.put("ensure.explicit.internal.resource.naming", true);
        driver = new TopologyTestDriver(topology(meters, ports), properties, Verdicts.BEGIN);
        var in = new ByteArrayDeserializer();
        var out = new ByteArraySerializer();
        verdicts = driver.createInputTopic(TOPICS.verdicts().name(), out, out);
        metrics = driver.createOutputTopic(TOPICS.metrics().name(), in, in);
        deadLetters = driver.createOutputTopic(TOPICS.deadLetters().name(), in, in);
    }

    static org.apache.kafka.streams.Topology topology(SimpleMeterRegistry meters) {
        return topology(meters, ports());
    }

    private static org.apache.kafka.streams.Topology topology(SimpleMeterRegistry meters, MetricsTopology.Ports ports) {
        return new MetricsTopology(TOPICS, ports, ROOM, meters).get();
    }

    static MetricsTopology.Ports ports() {
        VerdictDeserializer reader = new VerdictDeserializer();
        MetricsSerializer writer = new MetricsSerializer();
        return new MetricsTopology.Ports(() -> reader::deserialize, () -> writer::serialize);
    }

    /** Sends a verdict when the wall clock shows its decision, or at once where the clock is past it. */
    void send(Verdict verdict) {
        long now = driverTime(verdict);
        driver.advanceWallClockTime(Duration.ofMillis(Math.max(0, now - elapsed)));
        elapsed = Math.max(elapsed, now);
        verdicts.pipeInput(new byte[] {1}, Verdicts.bytes(verdict), 17L);
    }

    private long elapsed; // ms of wall clock since the beginning

    private static long driverTime(Verdict verdict) {
        return verdict.getDecidedAt().toEpochMilli() - Verdicts.BEGIN.toEpochMilli();
    }

    void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
        elapsed += time.toMillis();
    }

    List<Metrics> written() {
        return records().stream().map(MetricsRig::read).toList();
    }

    List<TestRecord<byte[], byte[]>> records() {
        return metrics.readRecordsToList();
    }

    static Metrics read(TestRecord<byte[], byte[]> record) {
        return MetricsJson.read(new String(record.value(), StandardCharsets.UTF_8));
    }

    double count(String counter) {
        return meters.get("assay.metrics." + counter).counter().count();
    }

    @Override
    public void close() {
        driver.close();
    }
}
