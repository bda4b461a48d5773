package dev.assay.detectors.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Which of many are changed: as many as the strength says, all alike likely. */
final class Choice {
    private Choice() {}

    /** How many: the share {@code strength} of {@code units}, at least one where any is to change, at most {@code candidates}. */
    static int count(double strength, int units, int candidates) {
        if (strength <= 0) {
            return 0;
        }
        return (int) Math.min(candidates, Math.max(1, Math.round(strength * units)));
    }

    /** So many of the candidates, in their order. */
    static <T> List<T> of(List<T> candidates, int count, Random random) {
        List<T> chosen = new ArrayList<>(count);
        int left = candidates.size();
        for (T candidate : candidates) {
            if (random.nextInt(left) < count - chosen.size()) {
                chosen.add(candidate);
            }
            left--;
        }
        return chosen;
    }
}
