package dev.assay.streams.preflight;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Each partition of the input has one of the changelog beside it; Kafka Streams refuses to go on where their numbers differ. */
final class Partitions implements Rule {
    @Override
    public String name() {
        return "changelog";
    }

    @Override
    public boolean concerns(Installation own) {
        return own.store().isPresent();
    }

    @Override
    public Optional<String> complaint(Installation own, BrokerAccess brokers) {
        Optional<Integer> kept = own.changelogTopic().flatMap(topic -> partitions(topic, brokers));
        Optional<Integer> read = partitions(own.input().name(), brokers);
        if (kept.isEmpty() || read.isEmpty() || kept.equals(read)) {
            return Optional.empty();
        }
        return Optional.of("topic " + own.input().name() + " has " + read.get() + " partitions, its changelog "
                + own.changelogTopic().orElseThrow() + " " + kept.get() + ": `assay topics grow --partitions "
                + Math.max(read.get(), kept.get()) + "` brings both to the same number");
    }

    private static Optional<Integer> partitions(String topic, BrokerAccess brokers) {
        try {
            return Optional.of(brokers.await(brokers.admin()
                            .describeTopics(List.of(topic))
                            .topicNameValues()
                            .get(topic))
                    .partitions()
                    .size());
        } catch (UnknownTopicOrPartitionException none) {
            return Optional.empty();
        }
    }

    @Override
    public String holds(Installation own, BrokerAccess brokers) {
        String changelog = own.changelogTopic().orElseThrow();
        return partitions(changelog, brokers)
                .map(count -> changelog + ", " + count + " partitions, as many as there are of events")
                .orElse(changelog + " is made at the first start");
    }
}
