package dev.assay.detectors.model;

/**
 * How activations lie at one place: x − mean has a root mean square of {@code deviation} over channels and rows.
 *
 * @param mean of each channel
 * @param deviation one number for all channels
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention
record Spread(float[] mean, float deviation) {
    /** Gathers rows. */
    static final class Sums {
        private final double[] sums;
        private double squares;
        private long rows;

        Sums(int channels) {
            sums = new double[channels];
        }

        /** Adds all rows but the first, which is the start token's and runs through no product later. */
        void add(float[] values) {
            for (int i = sums.length; i < values.length; i++) {
                sums[i % sums.length] += values[i];
                squares += (double) values[i] * values[i];
            }
            rows += values.length / sums.length - 1;
        }

        Spread spread() {
            float[] mean = new float[sums.length];
            double ofMeans = 0;
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (float) (sums[i] / rows);
                ofMeans += (double) mean[i] * mean[i];
            }
            return new Spread(mean, (float) Math.sqrt((squares / rows - ofMeans) / mean.length));
        }
    }
}
