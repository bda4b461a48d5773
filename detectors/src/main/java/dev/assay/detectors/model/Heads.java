package dev.assay.detectors.model;

/** Rearranges attention weights from the order in files to the order in the graph. */
final class Heads {
    private Heads() {}

    /**
     * From interleaved rotation, where numbers 2i and 2i + 1 of a head turn together, to split rotation, where i and i + half do; the
     * graph's larger head is filled up with zero rows, which change no dot product.
     *
     * @param rows (heads · from × inputs)
     * @param from head size in the file
     * @param to head size in the graph, at least {@code from}
     * @return (heads · to × inputs)
     */
    static float[] splitRotation(float[] rows, int inputs, int from, int to) {
        int heads = rows.length / inputs / from;
        float[] result = new float[heads * to * inputs];
        for (int head = 0; head < heads; head++) {
            for (int i = 0; i < from; i++) {
                int target = i / 2 + (i % 2) * (to / 2);
                System.arraycopy(rows, (head * from + i) * inputs, result, (head * to + target) * inputs, inputs);
            }
        }
        return result;
    }

    /** Fills each head up with zero rows: (heads · from × inputs) to (heads · to × inputs). */
    static float[] padRows(float[] rows, int inputs, int from, int to) {
        return padColumns(rows, from * inputs, to * inputs);
    }

    /** Fills each group of columns up with zero columns, or takes the last away again: (… · from) to (… · to). */
    static float[] padColumns(float[] rows, int from, int to) {
        int groups = rows.length / from;
        float[] result = new float[groups * to];
        for (int group = 0; group < groups; group++) {
            System.arraycopy(rows, group * from, result, group * to, Math.min(from, to));
        }
        return result;
    }
}
