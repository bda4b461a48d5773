package dev.assay.streams.soak;

import dev.assay.schemas.Topic;
import dev.assay.schemas.Topics;
import dev.assay.streams.broker.BrokerProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of a run. They keep everything: what is old by its own time must not be gone before it is counted. */
final class SoakTopics {
    private SoakTopics() {}

    static void create(BrokerProcess broker, Topics topics, int replicas) {
        broker.createTopics(List.of(
                events(topics, replicas),
                request(topics.verdicts(), replicas),
                request(topics.deadLetters(), replicas),
                request(topics.metrics(), replicas)));
    }

    /** The topic of events, which takes records of any time, as a mirrored one may. */
    static NewTopic events(Topics topics, int replicas) {
        NewTopic request = request(topics.textEvents(), replicas);
        Map<String, String> settings = new HashMap<>(request.configs());
        settings.put("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        return request.configs(settings);
    }

    private static NewTopic request(Topic topic, int replicas) {
        Map<String, String> settings = new HashMap<>(topic.settings());
        settings.put("retention.ms", "-1");
        return topic.request(Optional.of(SoakPlan.PARTITIONS), Optional.of((short) replicas))
                .configs(settings);
    }
}
