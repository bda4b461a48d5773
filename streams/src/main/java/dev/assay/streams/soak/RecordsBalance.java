package dev.assay.streams.soak;

import java.util.List;

/** Records in = verdicts + dead letters + tombstones, counted as records; less at most those that the broker deleted. */
public final class RecordsBalance implements Guarantee {
    @Override
    public List<String> breaches(Evidence calm, Evidence run) {
        int tombstones = run.count(Due.NOTHING);
        int missing =
                run.inputs().size() - run.verdicts().size() - run.deadLetters().size() - tombstones;
        return missing >= 0 && missing <= run.count(Due.PERHAPS)
                ? List.of()
                : List.of(run.inputs().size() + " records in, but "
                        + run.verdicts().size() + " verdicts + "
                        + run.deadLetters().size() + " dead letters + " + tombstones + " tombstones");
    }
}
