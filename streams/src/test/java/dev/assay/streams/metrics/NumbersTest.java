package dev.assay.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.store.SparseStore;
import dev.assay.schemas.Distribution;
import java.io.IOException;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static final double[] NUMBERS = numbers();

    private static double[] numbers() {
        Random random = new Random(3);
        return random.doubles(5000).map(u -> Math.log(u) * 3 + 1).toArray(); // of either sign, around zero too
    }

    @Test
    void quantilesAreWithinTheAccuracyOfTheNumberAtThatRank() {
        Distribution distribution = of(NUMBERS);
        double[] sorted = DoubleStream.of(NUMBERS).sorted().toArray();
        assertThat(distribution.getQuantiles()).hasSize(9).allSatisfy((rank, value) -> {
            double exact = sorted[(int) (Double.parseDouble(rank) * (sorted.length - 1))];
            assertThat(value).isCloseTo(exact, within(Math.abs(exact) * (Numbers.ACCURACY + 1e-9)));
        });
        assertThat(distribution.getMinimum()).isEqualTo(sorted[0]);
        assertThat(distribution.getMaximum()).isEqualTo(sorted[sorted.length - 1]);
        assertThat(distribution.getSum() / distribution.getCount())
                .isCloseTo(DoubleStream.of(NUMBERS).average().orElseThrow(), within(1e-12));
    }

    /** Two records of one key give the quantiles of the whole, as docs/metrics.md says. */
    @Test
    void mergedSketchesAreTheSketchOfAll() throws Exception {
        DDSketch merged = sketch(of(DoubleStream.of(NUMBERS).limit(1234).toArray()));
        merged.mergeWith(sketch(of(DoubleStream.of(NUMBERS).skip(1234).toArray())));
        DDSketch whole = sketch(of(NUMBERS));
        assertThat(merged.getCount()).isEqualTo(NUMBERS.length);
        assertThat(merged.serialize()).isEqualTo(whole.serialize());
        assertThat(merged.getValueAtQuantile(0.99))
                .isEqualTo(of(NUMBERS).getQuantiles().get("0.99"));
    }

    @Test
    void ofNoNumberThereIsNothingToSay() {
        assertThat(new Numbers().distribution())
                .isEqualTo(Distribution.newBuilder().build());
    }

    private static Distribution of(double[] values) {
        Numbers numbers = new Numbers();
        DoubleStream.of(values).forEach(numbers::add);
        return numbers.distribution();
    }

    private static DDSketch sketch(Distribution distribution) throws IOException {
        return DDSketch.decode(ByteArrayInput.wrap(distribution.getSketch().array()), SparseStore::new);
    }
}
