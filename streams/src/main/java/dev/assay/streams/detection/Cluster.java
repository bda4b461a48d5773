package dev.assay.streams.detection;

import dev.assay.schemas.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What must be known of the brokers before the start.
 *
 * @param groupProtocol protocol to join the group with
 * @param verdictRoom largest record that the verdict topic takes, bytes
 * @param deadLetterRoom largest record that the dead-letter topic takes, bytes
 */
public record Cluster(String groupProtocol, long verdictRoom, long deadLetterRoom) {
    private static final String AUTO = "auto";
    private static final int PATIENCE_MS = 10_000;

    /**
     * Asks the brokers.
     *
     * @param needed topics that must exist
     * @throws StartException in one line that says what is missing
     */
    public static Cluster ask(ApplicationSettings settings, List<Topic> needed) {
        Map<String, Object> client = new HashMap<>(settings.kafka());
        client.put("bootstrap.servers", settings.bootstrap());
        client.put("request.timeout.ms", PATIENCE_MS / 2);
        client.put("default.api.timeout.ms", PATIENCE_MS);
        try (Admin admin = Admin.create(client)) {
            requireTopics(admin, settings, needed);
            return new Cluster(
                    protocol(admin, settings),
                    room(admin, settings.topics().verdicts().name()),
                    room(admin, settings.topics().deadLetters().name()));
        }
    }

    private static void requireTopics(Admin admin, ApplicationSettings settings, List<Topic> needed) {
        Set<String> missing = needed.stream().map(Topic::name).collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(answer(settings, admin.listTopics().names()));
        if (!missing.isEmpty()) {
            boolean optional = missing.contains(settings.topics().metrics().name());
            throw new StartException("missing on " + settings.bootstrap() + ": " + String.join(", ", missing)
                    + "; create with assay topics create"
                    + (optional ? ", or do without metrics: metrics.topic=false" : ""));
        }
    }

    private static String protocol(Admin admin, ApplicationSettings settings) {
        if (!settings.groupProtocol().equals(AUTO)) {
            return settings.groupProtocol();
        }
        FinalizedVersionRange streams = answer(
                        settings, admin.describeFeatures().featureMetadata())
                .finalizedFeatures()
                .get("streams.version");
        return streams != null && streams.maxVersionLevel() >= 1 ? "streams" : "classic";
    }

    /** The topic's limit; without the right to ask, what the topic should have. */
    private static long room(Admin admin, String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            return Long.parseLong(
                    config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
        } catch (ExecutionException e) {
            return Long.MAX_VALUE;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static <T> T answer(ApplicationSettings settings, KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new StartException(
                    "no answer from " + settings.bootstrap() + " ("
                            + e.getCause().getClass().getSimpleName()
                            + "): start the broker, or correct setting bootstrap.servers",
                    e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static StartException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StartException("interrupted while asking the brokers", e);
    }
}
