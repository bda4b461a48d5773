package dev.assay.streams.cli;

import dev.assay.schemas.Topic;
import dev.assay.schemas.Topics;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Which of Assay's topics a command is about, and what the broker has of them. */
final class TopicSelection {
    private final Topics topics;

    TopicSelection(Settings settings) {
        topics = new Topics(settings.get(SettingTable.TOPIC_PREFIX), settings.get(SettingTable.EVENT_MAX_BYTES));
    }

    /** All for no names; a name may leave the prefix away. */
    List<Topic> named(List<String> names) {
        return names.isEmpty() ? topics.all() : names.stream().map(this::named).toList();
    }

    private Topic named(String name) {
        return topics.find(name)
                .orElseThrow(() -> new CommandFailure("topic " + name + ": not one of Assay's; those are "
                        + String.join(
                                ", ", topics.all().stream().map(Topic::name).toList()) + "."));
    }

    /** Those of the topics that exist, by name. */
    static Map<String, TopicDescription> existing(BrokerConnection broker, List<Topic> topics) {
        Map<String, TopicDescription> found = new TreeMap<>();
        broker.admin()
                .describeTopics(topics.stream().map(Topic::name).toList())
                .topicNameValues()
                .forEach((name, description) -> {
                    try {
                        found.put(name, broker.await(description));
                    } catch (UnknownTopicOrPartitionException e) {
                        // Not there: what the caller wants to know.
                    }
                });
        return found;
    }
}
