package dev.assay.streams.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlatnessTest {
    @Test
    void levelUseUnderAGrowingLagIsFlat() {
        assertThat(Flatness.breaches(samples(i -> new Sample(i, 100 + i % 3, 300, 384, 90, 1000 * i))))
                .isEmpty();
    }

    @Test
    void eachThingThatGrowsIsNamed() {
        assertThat(Flatness.breaches(samples(i -> new Sample(i, 100 + 20 * i, 300, 384, 90, 1000 * i))))
                .containsExactly("Flatness: heap in use grew from 200 to 260");
        assertThat(Flatness.breaches(samples(i -> new Sample(i, 100, 300 + 60 * i, 40 * i, 30 * i, 1000 * i))))
                .hasSize(3);
    }

    @Test
    void tooFewSamplesTellNothing() {
        assertThat(Flatness.breaches(
                        samples(i -> new Sample(i, 100, 300, 384, 90, 1000 * i)).subList(0, 8)))
                .containsExactly("Flatness: 8 samples, too few to tell; 9 are needed");
        assertThat(Flatness.breaches(List.of())).hasSize(1);
        assertThat(new Overload().breaches(new Strike(1, 1, 1, List.of()))).hasSize(1);
    }

    @Test
    void anOverloadThatNobodySeesIsABreach() {
        assertThat(Flatness.breaches(samples(i -> new Sample(i, 100, 300, 384, 90, 0))))
                .containsExactly("Flatness: the lag does not show the overload: 0 records at its end");
    }

    private static List<Sample> samples(IntFunction<Sample> at) {
        return IntStream.range(0, 9).mapToObj(at).toList();
    }
}
