package dev.assay.detectors.model;

import java.util.List;

/**
 * A precision that models can be imported in.
 *
 * @param name its name in settings and bundles
 * @param layers products inside the layers
 * @param head the projection onto the vocabulary
 */
record Precision(String name, Product layers, Product head) {
    private static final List<Precision> ALL = List.of(
            // What every other precision is measured against.
            new Precision("fp32", Product.FP32, Product.FP32));

    static Precision named(String name) {
        return ALL.stream()
                .filter(precision -> precision.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BundleException("unknown precision " + name + "; use one of "
                        + ALL.stream().map(Precision::name).toList()));
    }
}
