package dev.assay.detectors.model;

/** Which product a precision uses where in the layers. */
interface Placement {
    /** The product at a place of layer {@code layer}, counted from 0. */
    Product at(Place place, int layer);

    /** The same product everywhere. */
    static Placement everywhere(Product product) {
        return (place, layer) -> product;
    }
}
