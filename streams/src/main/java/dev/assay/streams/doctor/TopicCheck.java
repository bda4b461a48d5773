package dev.assay.streams.doctor;

import dev.assay.schemas.Topic;
import dev.assay.schemas.Topics;
import dev.assay.streams.preflight.BrokerAccess;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Whether a topic exists, can be written, and is kept as it must be. */
final class TopicCheck implements Check {
    private static final String SIZE = TopicConfig.MAX_MESSAGE_BYTES_CONFIG;

    private final Topic topic;
    private final Once<BrokerAccess> broker;

    TopicCheck(Topic topic, Once<BrokerAccess> broker) {
        this.topic = topic;
        this.broker = broker;
    }

    @Override
    public String name() {
        return "topic " + topic.name();
    }

    @Override
    public Finding run() {
        return broker.find().map(this::look).orElseGet(() -> Finding.skipped(this, "no broker to ask"));
    }

    private Finding look(BrokerAccess access) {
        try {
            TopicDescription found = access.await(access.admin()
                    .describeTopics(List.of(topic.name()))
                    .topicNameValues()
                    .get(topic.name()));
            Config config = config(access);
            return leaderless(found)
                    .or(() -> tooSmall(config))
                    .or(() -> otherCleanUp(config))
                    .map(fault -> Finding.failed(this, fault))
                    .or(() -> otherTimes(config)
                            .or(() -> smallForCalibrations(config))
                            .map(note -> Finding.noted(this, note)))
                    .orElseGet(() -> Finding.ok(this, shape(found, config)));
        } catch (UnknownTopicOrPartitionException e) {
            return Finding.failed(this, "missing: create it with `assay topics create " + topic.name() + "`");
        }
    }

    private Config config(BrokerAccess access) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        return access.await(access.admin().describeConfigs(List.of(resource)).all())
                .get(resource);
    }

    private static Optional<String> leaderless(TopicDescription found) {
        return found.partitions().stream()
                .filter(partition -> partition.leader() == null)
                .findFirst()
                .map(partition -> "partition " + partition.partition()
                        + " has no leader: start the broker that keeps it (replicas on " + partition.replicas() + ")");
    }

    private Optional<String> tooSmall(Config config) {
        return isTable()
                ? Optional.empty()
                : lessThanDesigned(config)
                        .map(less -> less + altering(SIZE, topic.settings().get(SIZE))
                                + ", or set event.max.bytes to at most "
                                + Math.max(0, size(config) - Topics.RECORD_OVERHEAD));
    }

    /** What was created by a former version takes most calibrations, too. */
    private Optional<String> smallForCalibrations(Config config) {
        return isTable()
                ? lessThanDesigned(config).map(less -> less + "`assay topics grow` raises it")
                : Optional.empty();
    }

    private boolean isTable() {
        return topic.cleanUp().equals(TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    private Optional<String> lessThanDesigned(Config config) {
        String designed = topic.settings().get(SIZE);
        long actual = size(config);
        return designed == null || actual >= Long.parseLong(designed)
                ? Optional.empty()
                : Optional.of(SIZE + " is " + actual + ", less than " + designed + ": ");
    }

    private static long size(Config config) {
        return Long.parseLong(config.get(SIZE).value());
    }

    private Optional<String> otherCleanUp(Config config) {
        String key = TopicConfig.CLEANUP_POLICY_CONFIG;
        String actual = config.get(key).value();
        return actual.equals(topic.cleanUp())
                ? Optional.empty()
                : Optional.of(
                        key + " is " + actual + ", not " + topic.cleanUp() + ": " + altering(key, topic.cleanUp()));
    }

    private Optional<String> otherTimes(Config config) {
        String key = TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
        String designed = topic.settings().get(key);
        String actual = config.get(key).value();
        return designed == null || designed.equals(actual)
                ? Optional.empty()
                : Optional.of(
                        key + " is " + actual + ", not " + designed + ": what is written of an old event goes with its"
                                + " age (retention.ms), or is refused for it (message.timestamp.before.max.ms); "
                                + altering(key, designed));
    }

    private String altering(String key, String value) {
        return "kafka-configs.sh --alter --entity-type topics --entity-name " + topic.name() + " --add-config " + key
                + "=" + value;
    }

    private static String shape(TopicDescription found, Config config) {
        return found.partitions().size() + " partitions, "
                + found.partitions().get(0).replicas().size() + " replicas, records up to "
                + size(config) + " bytes";
    }
}
