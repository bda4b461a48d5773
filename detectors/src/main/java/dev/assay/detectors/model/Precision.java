package dev.assay.detectors.model;

import java.util.List;
import java.util.Optional;

/**
 * A precision that models can be imported in.
 *
 * @param name its name in settings and bundles
 * @param importerVersion version of the arithmetic in its graphs and of the tokenizer's form: raise it when scores may change, or what a
 *     bundle gives out
 * @param quantized whether products are of integers; their inputs are measured and turned first
 */
record Precision(String name, int importerVersion, boolean quantized) {
    /** What every other precision is measured against. */
    static final Precision FP32 = new Precision("fp32", 2, false);
    /** Weights of 8 bits a column, activations of 8 bits, turned. */
    static final Precision INT8 = new Precision("int8", 4, true);

    private static final List<Precision> ALL = List.of(FP32, INT8);

    static Precision named(String name) {
        return find(name)
                .orElseThrow(() -> new BundleException("unknown precision " + name + "; use one of "
                        + ALL.stream().map(Precision::name).toList()));
    }

    static Optional<Precision> find(String name) {
        return ALL.stream().filter(precision -> precision.name().equals(name)).findFirst();
    }
}
