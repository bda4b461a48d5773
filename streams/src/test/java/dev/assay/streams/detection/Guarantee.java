package dev.assay.streams.detection;

/** Something that holds whatever happens to stream threads. */
interface Guarantee {
    /** Fails where the disturbed run broke it. */
    void check(Scenario.Run calm, Scenario.Run disturbed);
}
