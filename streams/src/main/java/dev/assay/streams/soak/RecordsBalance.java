package dev.assay.streams.soak;

import java.util.List;

/** Records in = verdicts + dead letters + tombstones, counted as records, those apart that were deleted before anybody had read them. */
public final class RecordsBalance implements Guarantee {
    @Override
    public List<String> breaches(Evidence calm, Evidence run) {
        int tombstones = run.count(Due.NOTHING);
        int in = run.inputs().size() - run.count(Due.LOST);
        int out = run.verdicts().size() + run.deadLetters().size() + tombstones;
        return out == in
                ? List.of()
                : List.of(in + " records in, but " + run.verdicts().size() + " verdicts + "
                        + run.deadLetters().size() + " dead letters + " + tombstones + " tombstones");
    }
}
