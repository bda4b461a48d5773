package dev.assay.streams.soak;

import dev.assay.streams.soak.Evidence.Input;
import java.util.ArrayList;
import java.util.List;

/** What went into topics that are no more. */
final class Former {
    private final List<Input> inputs = new ArrayList<>();

    /** Takes note of what a deleted topic held. */
    void add(List<Input> records) {
        inputs.addAll(records);
    }

    /** Records that were lost with their topic. */
    int lost() {
        return (int) inputs.stream().filter(input -> input.due() == Due.LOST).count();
    }

    /** All records of a run, in an order that holds for each line. */
    List<Input> before(List<Input> present) {
        List<Input> all = new ArrayList<>(inputs);
        all.addAll(present);
        return all;
    }
}
