package dev.assay.streams.preflight;

import java.util.Optional;

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
        Optional<Integer> kept = own.changelogTopic().flatMap(brokers::partitions);
        Optional<Integer> read = brokers.partitions(own.input().name());
        if (kept.isEmpty() || read.isEmpty() || kept.equals(read)) {
            return Optional.empty();
        }
        return Optional.of("topic " + own.input().name() + " has " + read.get() + " partitions, its changelog "
                + own.changelogTopic().orElseThrow() + " " + kept.get() + ": `assay topics grow --partitions "
                + Math.max(read.get(), kept.get()) + "` brings both to the same number");
    }

    @Override
    public String holds(Installation own, BrokerAccess brokers) {
        String changelog = own.changelogTopic().orElseThrow();
        return brokers.partitions(changelog)
                .map(count -> changelog + ", " + count + " partitions, as many as there are of events")
                .orElse(changelog + " is made at the first start");
    }
}
