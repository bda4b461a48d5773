package dev.assay.streams.metrics;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import com.datadoghq.sketch.ddsketch.store.SparseStore;
import dev.assay.schemas.Distribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finite numbers of one kind: count, sum and extremes exactly, quantiles by a DDSketch (Masson, Rim and Lee 2019), which is within
 * {@value #ACCURACY} of the number at that rank, relative to it. Two sketches merged are the sketch of all numbers, whatever their order.
 */
final class Numbers {
    static final double ACCURACY = 0.005;

    private static final double FARTHEST = 1e300;
    private static final List<Double> RANKS = List.of(0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99);

    private final DDSketch sketch = new DDSketch(new LogarithmicMapping(ACCURACY), SparseStore::new);
    private long count;
    private double sum;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    /** Adds one; the sketch takes the farthest number it knows for one that is farther, which nothing we measure is. */
    void add(double number) {
        sketch.accept(Math.max(-FARTHEST, Math.min(FARTHEST, number)));
        count++;
        sum += number;
        minimum = Math.min(minimum, number);
        maximum = Math.max(maximum, number);
    }

    Distribution distribution() {
        Distribution.Builder distribution = Distribution.newBuilder();
        if (count > 0) {
            distribution
                    .setCount(count)
                    .setSum(sum)
                    .setMinimum(minimum)
                    .setMaximum(maximum)
                    .setQuantiles(quantiles())
                    .setSketch(encoded());
        }
        return distribution.build();
    }

    private ByteBuffer encoded() {
        GrowingByteArrayOutput output = GrowingByteArrayOutput.withDefaultInitialCapacity();
        try {
            sketch.encode(output, false);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ByteBuffer.wrap(output.trimmedCopy());
    }

    private Map<String, Double> quantiles() {
        Map<String, Double> quantiles = new TreeMap<>();
        RANKS.forEach(rank -> quantiles.put(rank.toString(), sketch.getValueAtQuantile(rank)));
        return quantiles;
    }
}
