package dev.assay.streams.preflight;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ClassicGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * A group as the brokers know it.
 *
 * @param protocol {@code streams} or {@code classic}; empty where there is no group, or nothing is left of it but positions
 * @param members hosts of its members
 * @param reading topics that its members read
 * @param positions topics that it has committed positions in
 */
record Group(Optional<String> protocol, List<String> members, Set<String> reading, Set<String> positions) {
    static final String STREAMS = "streams";
    static final String CLASSIC = "classic";

    static Group of(String id, BrokerAccess brokers) {
        Set<String> positions = topics(
                brokers
                        .await(brokers.admin().listConsumerGroupOffsets(id).partitionsToOffsetAndMetadata())
                        .keySet()
                        .stream());
        return streams(id, brokers)
                .map(found -> new Group(
                        Optional.of(STREAMS),
                        found.members().stream()
                                .map(member -> member.clientHost())
                                .toList(),
                        found.members().isEmpty() ? Set.of() : sources(found),
                        positions))
                .or(() -> classic(id, brokers).map(found -> of(found, positions)))
                .orElseGet(() -> new Group(Optional.empty(), List.of(), Set.of(), positions));
    }

    private static Group of(ClassicGroupDescription found, Set<String> positions) {
        return new Group(
                Optional.of(CLASSIC),
                found.members().stream().map(member -> member.host()).toList(),
                topics(found.members().stream().flatMap(member -> member.assignment().topicPartitions().stream())),
                positions);
    }

    /** The group where it speaks the protocol {@code streams}, or did so last. */
    static Optional<StreamsGroupDescription> streams(String id, BrokerAccess brokers) {
        try {
            return Optional.of(brokers.await(brokers.admin()
                    .describeStreamsGroups(List.of(id))
                    .describedGroups()
                    .get(id)));
        } catch (GroupIdNotFoundException | UnsupportedVersionException none) {
            return Optional.empty();
        }
    }

    private static Optional<ClassicGroupDescription> classic(String id, BrokerAccess brokers) {
        try {
            return Optional.of(brokers.await(brokers.admin()
                    .describeClassicGroups(List.of(id))
                    .describedGroups()
                    .get(id)));
        } catch (GroupIdNotFoundException none) {
            return Optional.empty();
        }
    }

    private static Set<String> sources(StreamsGroupDescription group) {
        return group.subtopologies().stream()
                .flatMap(part -> part.sourceTopics().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> topics(Stream<TopicPartition> partitions) {
        return partitions.map(TopicPartition::topic).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The members in words, such as {@code 2 members (/10.0.0.1, /10.0.0.2)}. */
    String people() {
        String hosts = String.join(", ", new TreeSet<>(members));
        return members.size() + (members.size() == 1 ? " member (" : " members (") + hosts + ")";
    }
}
