package dev.assay.streams.soak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;

/** What the brokers of a run know, and are told, of topics and groups. */
final class ClusterView implements AutoCloseable {
    private final Admin admin;

    ClusterView(String bootstrap) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    /** How many partitions each broker leads, those of internal topics too; broker → partitions. */
    Map<Integer, Long> leaderships() throws InterruptedException {
        return topics().stream()
                .flatMap(topic -> topic.partitions().stream())
                .map(partition -> partition.leader())
                .filter(leader -> leader != null && leader.id() != Node.noNode().id())
                .collect(Collectors.groupingBy(Node::id, Collectors.counting()));
    }

    /** Whether every replica of everything is up to date. */
    boolean isInSync() throws InterruptedException {
        return topics().stream()
                .flatMap(topic -> topic.partitions().stream())
                .allMatch(partition ->
                        partition.isr().size() == partition.replicas().size());
    }

    private List<TopicDescription> topics() throws InterruptedException {
        var names = answer(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
        return List.copyOf(answer(admin.describeTopics(names).allTopicNames()).values());
    }

    /** Up to where a group has taken in a topic; partition → offset. */
    Map<Integer, Long> committed(String group, String topic) throws InterruptedException {
        Map<Integer, Long> offsets = new HashMap<>();
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (partition.topic().equals(topic) && offset != null) {
                        offsets.put(partition.partition(), offset.offset());
                    }
                });
        return offsets;
    }

    /** Deletes a topic. */
    void delete(String topic) throws InterruptedException {
        answer(admin.deleteTopics(List.of(topic)).all());
    }

    boolean has(String topic) throws InterruptedException {
        return answer(admin.listTopics().names()).contains(topic);
    }

    private static <T> T answer(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new SoakFailure("the brokers do not answer: " + e.getCause().getMessage());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
