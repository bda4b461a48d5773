package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Where the precisions use which product. */
class PlacementTest {
    private static final int LAYERS = 30;
    private final Placement int8 = Precision.named("int8").layers();

    @Test
    void theLastTenthOfTheLayersIsExact() {
        assertThat(int8.at(Place.GATE_UP, 26, LAYERS)).isEqualTo(Int8Product.ROW8);
        assertThat(int8.at(Place.GATE_UP, 27, LAYERS)).isEqualTo(Product.FP32);
        assertThat(int8.at(Place.DOWN, 4, 5)).isEqualTo(Product.FP32);
        assertThat(int8.at(Place.DOWN, 3, 5)).isEqualTo(Int8Product.ROW16);
    }

    @Test
    void outliersGetSixteenBits() {
        assertThat(int8.at(Place.DOWN, 0, LAYERS)).isEqualTo(Int8Product.ROW16);
        assertThat(int8.at(Place.QUERY_KEY_VALUE, 0, LAYERS)).isEqualTo(Int8Product.ROW8);
    }

    @Test
    void anUnknownPrecisionIsToldTheKnownOnes() {
        assertThatThrownBy(() -> Precision.named("int9"))
                .isInstanceOf(BundleException.class)
                .hasMessage("unknown precision int9; use one of [fp32, int8]");
    }
}
