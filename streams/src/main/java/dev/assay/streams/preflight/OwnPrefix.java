package dev.assay.streams.preflight;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A group reads one installation's topics. Two that share it would each be given the other's partitions, and answer none of them. */
final class OwnPrefix implements Rule {
    @Override
    public String name() {
        return "prefix";
    }

    @Override
    public Optional<String> complaint(Installation own, BrokerAccess brokers) {
        Group group = Group.of(own.applicationId(), brokers);
        Set<String> foreign = foreign(own, group.reading());
        if (foreign.isEmpty() && !group.positions().contains(own.input().name())) {
            foreign = foreign(own, group.positions());
        }
        if (foreign.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("group " + own.applicationId() + " reads " + String.join(", ", foreign) + ", not "
                + own.input().name()
                + ": it belongs to an installation with another topic.prefix; set application.id to"
                + " a name of this one's own, or topic.prefix to the other's");
    }

    /** Topics that are neither the input nor made by Kafka Streams for this group. */
    private static Set<String> foreign(Installation own, Set<String> topics) {
        Set<String> foreign = new TreeSet<>(topics);
        foreign.removeIf(topic -> topic.equals(own.input().name()) || topic.startsWith(own.applicationId() + "-"));
        return foreign;
    }

    @Override
    public String holds(Installation own, BrokerAccess brokers) {
        return own.applicationId() + " reads " + own.input().name() + " and nothing else";
    }
}
