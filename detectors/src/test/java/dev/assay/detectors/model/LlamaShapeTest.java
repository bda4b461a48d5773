package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LlamaShapeTest {
    private static LlamaShape of(int layers) {
        return new LlamaShape(layers, 8, 2, 1, 4, 16, 32, 64, 10_000f, 1e-5f);
    }

    @Test
    void layersNearestToTwoDepthsArePooled() {
        assertThat(of(30).pooledLayers()).containsExactly(14, 21);
        assertThat(of(5).pooledLayers()).containsExactly(2, 3);
        assertThat(of(12).pooledLayers()).containsExactly(5, 8);
        assertThat(of(32).pooledLayers()).containsExactly(14, 22);
        assertThat(of(2).pooledLayers()).containsExactly(0, 1);
        assertThat(of(1).pooledLayers()).containsExactly(0);
    }

    @Test
    void noOtherLayersMiddleIsNearer() {
        for (int layers = 1; layers <= 100; layers++) {
            List<Integer> pooled = of(layers).pooledLayers();
            assertThat(pooled).allSatisfy(layer -> assertThat(layer).isNotNegative());
            assertThat(pooled.get(0)).isIn(nearest(layers, 14.0 / 30));
            assertThat(pooled.get(pooled.size() - 1)).isIn(nearest(layers, 21.0 / 30));
        }
    }

    /** One, or two where the depth is on the border between them. */
    private static List<Integer> nearest(int layers, double depth) {
        return IntStream.range(0, layers)
                .filter(layer -> Math.abs((layer + 0.5) / layers - depth) <= 0.5 / layers + 1e-9)
                .boxed()
                .toList();
    }
}
