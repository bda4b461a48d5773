package dev.assay.streams.soak;

import dev.assay.streams.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/**
 * What a soak is to do.
 *
 * @param settings model and detectors that the instances use; what they need to run beside each other is set for them
 * @param folder takes the data, states and logs of every run
 * @param faults names of faults, in order
 * @param protocols {@code streams} and {@code classic}, or one of them
 * @param instances application processes
 * @param events fewest records of a run
 * @param hostile how many of a hundred records are odd
 * @param strikes how often each fault strikes; 0: as often as each does by itself
 * @param seed of the texts, the moments and the victims
 */
public record SoakPlan(
        Settings settings,
        Path folder,
        List<String> faults,
        List<String> protocols,
        int instances,
        int events,
        int hostile,
        int strikes,
        long seed) {
    /** After which a silent member of the group is given up, seconds; the broker of a soak is set so. */
    public static final int SESSION_SECONDS = 6;

    /** After which the transaction of a killed process is given up, seconds. */
    public static final int TRANSACTION_SECONDS = 10;

    /** Partitions of each topic. */
    static final int PARTITIONS = 6;

    /** Copies the lists. */
    public SoakPlan {
        faults = List.copyOf(faults);
        protocols = List.copyOf(protocols);
    }

    /** The same with another seed, for another round. */
    public SoakPlan withSeed(long other) {
        return new SoakPlan(settings, folder, faults, protocols, instances, events, hostile, strikes, other);
    }
}
