package dev.assay.detectors.evaluate;

/** A receiver operating characteristic, walked from the highest score down, one group of ties a step. */
final class Roc {
    private final long humans;
    private final long machines;
    private long humansAbove;
    private long machinesAbove;
    private double wins; // pairs in which the machine text scores higher, ties counted half
    private long caughtAt5;
    private long caughtAt1;
    private long caughtAtHalf;

    Roc(long humans, long machines) {
        this.humans = humans;
        this.machines = machines;
    }

    /** The next lower score, which so many texts of each class have. */
    void advance(int humansHere, int machinesHere) {
        wins += (double) machinesHere * (humans - humansAbove - humansHere) + 0.5 * machinesHere * humansHere;
        humansAbove += humansHere;
        machinesAbove += machinesHere;
        // whole numbers: 0.05 · 20 is not quite 1
        if (humansAbove * 100 <= 5 * humans) {
            caughtAt5 = machinesAbove;
        }
        if (humansAbove * 100 <= humans) {
            caughtAt1 = machinesAbove;
        }
        if (humansAbove * 200 <= humans) {
            caughtAtHalf = machinesAbove;
        }
    }

    boolean hasBothClasses() {
        return humans > 0 && machines > 0;
    }

    /** Probability that a machine text scores higher than a human text, ties counted half; NaN without both classes. */
    double area() {
        return wins / ((double) humans * machines);
    }

    /** Largest share of machine texts at or above a score that at most 5 % of the human texts reach. */
    double truePositivesAt5() {
        return (double) caughtAt5 / machines;
    }

    /** The same at 1 %. */
    double truePositivesAt1() {
        return (double) caughtAt1 / machines;
    }

    /** The same at 0.5 %. */
    double truePositivesAtHalf() {
        return (double) caughtAtHalf / machines;
    }
}
