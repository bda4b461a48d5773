package dev.assay.streams.detection;

import dev.assay.schemas.Topic;
import dev.assay.streams.preflight.BrokerAccess;
import dev.assay.streams.preflight.ChangelogSizes;
import dev.assay.streams.preflight.GroupProtocol;
import dev.assay.streams.preflight.Installation;
import dev.assay.streams.preflight.Rule;
import dev.assay.streams.preflight.SessionBounds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What must be known of the brokers before the start.
 *
 * @param groupProtocol protocol to join the group with
 * @param sessionMillis how long a member may be silent until its partitions go to others, under the protocol {@code classic}
 * @param verdictRoom largest record that the verdict topic takes, bytes
 * @param deadLetterRoom largest record that the dead-letter topic takes, bytes
 * @param pendingRoom the same of the pending store's changelog; without limit where that is still to be created
 */
public record Cluster(
        String groupProtocol, int sessionMillis, long verdictRoom, long deadLetterRoom, long pendingRoom) {
    private static final int PATIENCE_MS = 10_000;

    /**
     * Asks the brokers.
     *
     * @param own what is to start
     * @param needed topics that must exist
     * @throws StartException in one line that says what is missing or in the way
     */
    public static Cluster ask(ApplicationSettings settings, Installation own, List<Topic> needed) {
        Map<String, Object> client = new HashMap<>(settings.kafka());
        client.put("bootstrap.servers", settings.bootstrap());
        client.put("request.timeout.ms", PATIENCE_MS / 2);
        client.put("default.api.timeout.ms", PATIENCE_MS);
        try (BrokerAccess brokers = new StartAccess(Admin.create(client), settings.bootstrap())) {
            requireTopics(brokers, settings, needed);
            for (Rule rule : Rule.all()) {
                rule.complaint(own, brokers).ifPresent(complaint -> {
                    throw new StartException(complaint);
                });
            }
            ChangelogSizes.raise(own, brokers);
            long sent = mostSent(settings);
            return new Cluster(
                    GroupProtocol.choose(own, brokers),
                    SessionBounds.choose(own, brokers),
                    Math.min(sent, room(brokers, settings.topics().verdicts().name())),
                    Math.min(sent, room(brokers, settings.topics().deadLetters().name())),
                    Math.min(
                            sent,
                            own.changelogTopic()
                                    .map(topic -> room(brokers, topic))
                                    .orElse(Long.MAX_VALUE)));
        } catch (ApiException e) {
            throw new StartException(
                    settings.bootstrap() + " does not tell what the start must know ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "); give the user of setting kafka.sasl.jaas.config that right (an ACL)",
                    e);
        }
    }

    /** What the producer sends at most, where the user says so. */
    private static long mostSent(ApplicationSettings settings) {
        return Stream.of(
                        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG)
                .map(settings.kafka()::get)
                .filter(Objects::nonNull)
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static void requireTopics(BrokerAccess brokers, ApplicationSettings settings, List<Topic> needed) {
        Set<String> missing = needed.stream().map(Topic::name).collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(brokers.await(brokers.admin().listTopics().names()));
        if (!missing.isEmpty()) {
            boolean optional = missing.contains(settings.topics().metrics().name());
            throw new StartException("missing on " + settings.bootstrap() + ": " + String.join(", ", missing)
                    + "; create with assay topics create"
                    + (optional ? ", or do without metrics: metrics.topic=false" : ""));
        }
    }

    /** The topic's limit; without the right to ask, or where there is no such topic yet, what it should have. */
    private static long room(BrokerAccess brokers, String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            Config config = brokers.await(
                            brokers.admin().describeConfigs(List.of(resource)).all())
                    .get(resource);
            return Long.parseLong(
                    config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
        } catch (ApiException e) {
            return Long.MAX_VALUE;
        }
    }
}
