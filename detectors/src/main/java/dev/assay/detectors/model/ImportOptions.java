package dev.assay.detectors.model;

/**
 * What a model's file does not say of itself.
 *
 * @param name what people will call the bundle
 * @param precision how products are computed; {@code fp32} or {@code int8}
 * @param license licence of the weights, SPDX where there is one; null: what the file says
 * @param origin where the file comes from
 */
public record ImportOptions(String name, String precision, String license, String origin) {
    /** An import in fp32, with the licence that the file names, of unknown origin. */
    public static ImportOptions named(String name) {
        return new ImportOptions(name, "fp32", null, "unknown");
    }
}
