package dev.assay.detectors.model;

import java.util.List;

/**
 * A precision that models can be imported in.
 *
 * @param name its name in settings and bundles
 * @param layers products inside the layers
 * @param head the projection onto the vocabulary
 * @param smoothed whether activations are made even first, {@link Smoothing}
 */
record Precision(String name, Placement layers, Product head, boolean smoothed) {
    private static final List<Precision> ALL = List.of(
            // What every other precision is measured against.
            new Precision("fp32", Placement.everywhere(Product.FP32), Product.FP32, false),
            // Each exception from 8-bit rows is where they cost most accuracy for least time.
            new Precision(
                    "int8",
                    Placement.everywhere(Int8Product.ROW8)
                            .with(Place.DOWN, Int8Product.ROW16)
                            .exactAtTheEnd(),
                    Int8Product.ROW16,
                    true));

    static Precision named(String name) {
        return ALL.stream()
                .filter(precision -> precision.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BundleException("unknown precision " + name + "; use one of "
                        + ALL.stream().map(Precision::name).toList()));
    }
}
