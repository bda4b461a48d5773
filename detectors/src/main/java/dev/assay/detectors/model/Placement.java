package dev.assay.detectors.model;

/** Which product a precision uses where in the layers. */
interface Placement {
    /** The product at a place of layer {@code layer}, counted from 0, of {@code layers}. */
    Product at(Place place, int layer, int layers);

    /** The same product everywhere. */
    static Placement everywhere(Product product) {
        return (place, layer, layers) -> product;
    }

    /** This placement, but fp32 in the last tenth of the layers, rounded up: what goes wrong there, no later layer repairs. */
    default Placement exactAtTheEnd() {
        return (place, layer, layers) -> {
            int exact = (layers + 9) / 10;
            return layer >= layers - exact ? Product.FP32 : at(place, layer, layers);
        };
    }

    /** This placement, but {@code product} at {@code there}. */
    default Placement with(Place there, Product product) {
        return (place, layer, layers) -> place == there ? product : at(place, layer, layers);
    }
}
