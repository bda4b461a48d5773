package dev.assay.streams.soak;

import dev.assay.schemas.Dimension;
import dev.assay.schemas.Metrics;
import dev.assay.schemas.serde.MetricsDeserializer;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.topic.CommittedReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code kill -9} of one instance after another while each also counts verdicts by the minute. The minutes of the metrics topic must add
 * up to the verdicts, each counted once.
 */
final class MetricsKill implements Fault {
    private static final String QUESTION = "MACHINE";
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int ROUNDS = 40; // a minute and its grace end within

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public String what() {
        return "`kill -9` of one instance, with verdicts counted by the minute";
    }

    @Override
    public int strikes() {
        return 3;
    }

    @Override
    public void tell(InstanceSettings settings) {
        settings.set(SettingTable.METRICS_TOPIC, "true");
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        return new InstanceKill().strike(stage);
    }

    @Override
    public List<String> afterwards(Stage stage) throws InterruptedException {
        Map<Instant, Long> verdicts = stage.witness().minutes();
        Map<Instant, Long> counted = counted(stage);
        for (int round = 0; round < ROUNDS && !counted.equals(verdicts); round++) {
            stage.pass(ROUND);
            verdicts = stage.witness().minutes();
            counted = counted(stage);
        }
        return differences(verdicts, counted);
    }

    /** A line for each minute whose count is wrong. */
    static List<String> differences(Map<Instant, Long> verdicts, Map<Instant, Long> counted) {
        Map<Instant, Long> minutes = new TreeMap<>(verdicts);
        counted.keySet().forEach(minute -> minutes.putIfAbsent(minute, 0L));
        List<String> differences = new ArrayList<>();
        minutes.forEach((minute, made) -> {
            long count = counted.getOrDefault(minute, 0L);
            if (count != made) {
                differences.add("MinutesAddUp: minute " + minute + " has " + made + " verdicts, and the metrics count "
                        + count);
            }
        });
        return differences;
    }

    /** Verdicts by the minute, as the topic of metrics has them by now. */
    private static Map<Instant, Long> counted(Stage stage) {
        String topic = stage.topics().metrics().name();
        Map<Instant, Long> counted = new TreeMap<>();
        try (CommittedReader reader =
                        new CommittedReader(Map.of("bootstrap.servers", stage.bootstrap()), List.of(topic));
                MetricsDeserializer deserializer = new MetricsDeserializer()) {
            deserializer.configure(stage.events().serde(), false);
            reader.readToEnd(records -> records.forEach(record -> {
                Metrics metrics = deserializer.deserialize(topic, record.headers(), record.value());
                if (metrics.getDimension() == Dimension.ALL
                        && metrics.getQuestion().equals(QUESTION)) {
                    counted.merge(metrics.getWindowStart(), metrics.getVerdicts(), Long::sum);
                }
            }));
        }
        return counted;
    }
}
