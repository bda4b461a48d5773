package dev.assay.streams.soak;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Something that happens to a run, several times, always with events in flight. */
interface Fault {
    /** All that there are, in the order of the table. */
    static List<Fault> all() {
        return List.of(
                new ThreadKill(),
                new InstanceKill(),
                new EveryInstanceKill(),
                new BrokerPause(),
                new BrokerKill(),
                new Scaling(),
                new RegistryOutage(),
                new Zombie(),
                new StateLoss(),
                new StandbyPromotion(),
                new ClockOff(),
                new DiskFull(),
                new SettingChange(),
                new PartitionsRaised(),
                new TopicLoss(),
                new LeaderKill(),
                new MetricsKill(),
                new Overload());
    }

    /** As after {@code --faults}. */
    String name();

    /** What it is, for the table. */
    String what();

    /** How often it strikes in a run. */
    int strikes();

    /** Strikes once, and returns when each partition has a new verdict. */
    Strike strike(Stage stage) throws InterruptedException;

    /** Seconds from the fault to the next new verdict that must suffice. */
    default OptionalInt limit(String protocol) {
        return OptionalInt.empty();
    }

    /** The events that it needs. */
    default EventSource events() {
        return topics -> EventEncoder.json();
    }

    /** Brokers that it needs; each keeps a replica of everything. */
    default int brokers() {
        return 1;
    }

    /** Adds to the settings of instances, which are for one group protocol. */
    default void tell(InstanceSettings settings) {}

    /** What it needs of this machine that is not there, with the remedy. */
    default Optional<String> lacks() {
        return Optional.empty();
    }

    /** Looks at the run when all is answered and instances still run, for what only this fault puts in question; a line each. */
    default List<String> afterwards(Stage stage) throws InterruptedException {
        return List.of();
    }

    /** Looks at what a strike came to, for what only this fault puts in question; a line each. */
    default List<String> breaches(Strike strike) {
        return List.of();
    }

    /** Gets the instances of a run ready; a strike where that already was one. */
    default List<Strike> begin(Stage stage, int instances) throws InterruptedException {
        stage.fleet().add(instances);
        stage.awaitReady();
        return List.of();
    }
}
