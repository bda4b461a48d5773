package dev.assay.streams.soak;

import java.util.List;

/** Something that holds whatever happens to threads, processes and brokers. */
public interface Guarantee {
    /** All of them. */
    static List<Guarantee> all() {
        return List.of(
                new NothingLost(),
                new NothingTwice(),
                new OrderPerKey(),
                new SameScores(),
                new SameOutcome(),
                new RecordsBalance());
    }

    /**
     * Looks for breaches.
     *
     * @param calm a run without faults, in which each text of the other run occurs
     * @param run the run in question
     * @return one line for each breach; none where it holds
     */
    List<String> breaches(Evidence calm, Evidence run);

    /** As it is called in tables. */
    default String name() {
        return getClass().getSimpleName();
    }
}
