package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.schemas.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {
    @Test
    void keepsSessionsShortUnderClassicOnly() {
        assertThat(properties("classic", Map.of()))
                .containsEntry("consumer.session.timeout.ms", 6000)
                .containsEntry("consumer.heartbeat.interval.ms", 2000);
        assertThat(properties("streams", Map.of()))
                .doesNotContainKeys("consumer.session.timeout.ms", "consumer.heartbeat.interval.ms");
    }

    @Test
    void whatAUserGaveWinsWithAndWithoutTheClientsPrefix() {
        assertThat(properties("classic", Map.of("consumer.session.timeout.ms", "45000")))
                .containsEntry("consumer.session.timeout.ms", "45000");
        assertThat(properties("classic", Map.of("heartbeat.interval.ms", "500", "transaction.timeout.ms", "60000")))
                .containsEntry("heartbeat.interval.ms", "500")
                .containsEntry("transaction.timeout.ms", "60000")
                .doesNotContainKeys("consumer.heartbeat.interval.ms", "producer.transaction.timeout.ms");
    }

    @Test
    void whatExactlyOnceNeedsIsFixed() {
        assertThat(properties("classic", Map.of("processing.guarantee", "at_least_once", "group.protocol", "streams")))
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("group.protocol", "classic");
    }

    @Test
    void internalTopicsTakeRecordsOfAClockThatIsAhead() {
        assertThat(properties("classic", Map.of()))
                .containsEntry("topic.message.timestamp.after.max.ms", Long.MAX_VALUE);
    }

    private static Properties properties(String protocol, Map<String, String> kafka) {
        ApplicationSettings settings = new ApplicationSettings(
                "localhost:1",
                "id",
                new Topics("p."),
                Path.of("state"),
                1,
                protocol,
                DetectionSettings.of(1 << 20, 8),
                new EngineSettings(1, 1 << 20),
                kafka);
        return StreamsProperties.detection(settings, new Cluster(protocol, 6000, 1, 1, 1));
    }
}
