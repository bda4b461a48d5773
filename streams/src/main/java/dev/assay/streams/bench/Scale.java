package dev.assay.streams.bench;

import java.util.List;

/**
 * How long the bench measures.
 *
 * @param pairs interleaved pairs, or rounds, of which a figure is the median
 * @param texts sample texts of one pass, spread over all lengths
 * @param ceilingSeconds length of the ceiling's steady state
 */
public record Scale(int pairs, int texts, int ceilingSeconds) {
    /** Enough for figures to quote. */
    public static Scale full() {
        return new Scale(5, 20, 60);
    }

    /** Enough to see that all runs. */
    public static Scale quick() {
        return new Scale(1, 4, 2);
    }

    /** The same with another number of pairs. */
    public Scale withPairs(int number) {
        return new Scale(number, texts, ceilingSeconds);
    }

    /** The same with another length of the ceiling's steady state. */
    public Scale withSeconds(int number) {
        return new Scale(pairs, texts, number);
    }

    /** The same with another number of texts. */
    public Scale withTexts(int number) {
        return new Scale(pairs, number, ceilingSeconds);
    }

    /** Sample texts of a pass beside slower programs. */
    int comparedTexts() {
        return Math.max(1, texts / 2);
    }

    /** Events without text that warm up a stream. */
    int warmEvents() {
        return ceilingSeconds > 10 ? 300_000 : 500;
    }

    /** How often a pass through the stream takes all texts: verdicts arrive in commits, which a short pass would feel. */
    int repetitions() {
        return ceilingSeconds > 10 ? 3 : 1;
    }

    /** Transactions that warm up a broker. */
    int warmTransactions() {
        return ceilingSeconds > 10 ? 500 : 20;
    }

    /** Texts that load an application. */
    int loadTexts() {
        return 5 * texts;
    }

    /** Instances that growth is measured with. */
    List<Integer> instances() {
        return ceilingSeconds > 10 ? List.of(1, 2, 4) : List.of(1, 2);
    }

    /** Characters of text that each length is measured over. */
    int lengthCharacters() {
        return ceilingSeconds > 10 ? 40_000 : 2_000;
    }

    /** What passes before the ceiling is timed: both compilers need it. */
    int warmSeconds() {
        return Math.max(1, ceilingSeconds / 2);
    }

    /** Events that last for all of it at a rate. */
    int ceilingEvents(int aSecond) {
        return ceilingSeconds > 10 ? (ceilingSeconds + warmSeconds()) * aSecond : 20_000;
    }
}
