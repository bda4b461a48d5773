package dev.assay.streams.soak;

import java.util.List;

/** Records in = verdicts + dead letters + tombstones, counted as records. */
public final class RecordsBalance implements Guarantee {
    @Override
    public List<String> breaches(Evidence calm, Evidence run) {
        int out = run.verdicts().size() + run.deadLetters().size() + run.tombstones();
        return out == run.records()
                ? List.of()
                : List.of(run.records() + " records in, but " + run.verdicts().size() + " verdicts + "
                        + run.deadLetters().size() + " dead letters + " + run.tombstones() + " tombstones");
    }
}
