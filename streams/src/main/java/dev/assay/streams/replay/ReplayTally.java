package dev.assay.streams.replay;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What became of the records that a replay looked at. */
public final class ReplayTally {
    private final Map<String, Integer> chosen = new TreeMap<>();
    private final Map<String, Integer> passedOver = new TreeMap<>();

    void choose(String cause) {
        chosen.merge(cause, 1, Integer::sum);
    }

    void passOver(String why) {
        passedOver.merge(why, 1, Integer::sum);
    }

    /** Records to judge again, by the exception they died of, or {@code event}. */
    public Map<String, Integer> chosen() {
        return Collections.unmodifiableMap(chosen);
    }

    /** Records within the range that cannot be judged again, by the reason. */
    public Map<String, Integer> passedOver() {
        return Collections.unmodifiableMap(passedOver);
    }

    /** Records to judge again in all. */
    public int total() {
        return chosen.values().stream().mapToInt(Integer::intValue).sum();
    }
}
