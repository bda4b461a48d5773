package dev.assay.streams.soak;

import dev.assay.streams.soak.Evidence.Input;
import java.util.ArrayList;
import java.util.List;

/** What went into topics that are no more. */
final class Former {
    private final List<Input> inputs = new ArrayList<>();
    private int lost;

    /** Takes note of what a deleted topic held. */
    void add(List<Input> records) {
        inputs.addAll(records);
    }

    /** Says how many records nobody will answer any more: nobody had read them. */
    void lose(int records) {
        lost = records;
    }

    int lost() {
        return lost;
    }

    /** All records of a run, in an order that holds for each line. */
    List<Input> before(List<Input> present) {
        List<Input> all = new ArrayList<>(inputs);
        all.addAll(present);
        return all;
    }
}
