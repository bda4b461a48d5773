package dev.assay.detectors.calibrate;

/**
 * The model that scores come from, as far as calibrations must agree with it.
 *
 * @param bundleId id of the bundle, hex
 * @param precision precision of its products, such as {@code fp32}
 * @param tokenizerHash SHA-256 of its tokenizer, hex
 */
public record ModelIdentity(String bundleId, String precision, String tokenizerHash) {}
