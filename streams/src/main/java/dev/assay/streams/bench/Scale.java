package dev.assay.streams.bench;

/**
 * How long the bench measures.
 *
 * @param pairs interleaved pairs, or rounds, of which a figure is the median
 * @param texts sample texts of one pass, spread over all lengths
 */
public record Scale(int pairs, int texts) {
    /** Enough for figures to quote. */
    public static Scale full() {
        return new Scale(5, 20);
    }

    /** Enough to see that all runs. */
    public static Scale quick() {
        return new Scale(1, 4);
    }

    /** The same with another number of pairs. */
    public Scale withPairs(int number) {
        return new Scale(number, texts);
    }

    /** The same with another number of texts. */
    public Scale withTexts(int number) {
        return new Scale(pairs, number);
    }
}
