package dev.assay.streams.replay;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What became of the records that a replay looked at. Thread-safe: brokers answer on a thread of their own. */
public final class ReplayTally {
    private final Map<String, Integer> chosen = new TreeMap<>();
    private final Map<String, Integer> passedOver = new TreeMap<>();

    synchronized void choose(String cause) {
        chosen.merge(cause, 1, Integer::sum);
    }

    synchronized void passOver(String why) {
        passedOver.merge(why, 1, Integer::sum);
    }

    /** One that was chosen did not arrive, and never will. */
    synchronized void refuse(String cause, String why) {
        chosen.computeIfPresent(cause, (name, count) -> count == 1 ? null : count - 1);
        passOver(why);
    }

    /** Records to judge again, by the exception they died of, or {@code event}. */
    public synchronized Map<String, Integer> chosen() {
        return Collections.unmodifiableMap(new TreeMap<>(chosen));
    }

    /** Records within the range that cannot be judged again, by the reason. */
    public synchronized Map<String, Integer> passedOver() {
        return Collections.unmodifiableMap(new TreeMap<>(passedOver));
    }

    /** Records to judge again in all. */
    public synchronized int total() {
        return chosen.values().stream().mapToInt(Integer::intValue).sum();
    }
}
