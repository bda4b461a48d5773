package dev.assay.streams.preflight;

import java.util.List;
import java.util.Optional;

/** Something that must hold on the brokers before an application starts. */
public interface Rule {
    /** What it is about, in a word or two. */
    String name();

    /** Whether there is anything about the application that it could be true of. */
    default boolean concerns(Installation own) {
        return true;
    }

    /**
     * What is amiss, with the remedy, in one line; empty where it holds.
     *
     * @throws RuntimeException the fault that the broker names, where it does not tell
     */
    Optional<String> complaint(Installation own, BrokerAccess brokers);

    /** What there is, in one line, where it holds. */
    String holds(Installation own, BrokerAccess brokers);

    /** All of them, in the order in which faults are mended. */
    static List<Rule> all() {
        return List.of(
                new OwnPrefix(),
                new FormerName(),
                new GroupProtocol(),
                new SessionBounds(),
                new Partitions(),
                new ChangelogSizes());
    }
}
