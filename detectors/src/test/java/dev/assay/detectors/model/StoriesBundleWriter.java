package dev.assay.detectors.model;

import java.io.IOException;

/** Writes the committed test bundle anew: run after a change of {@link Precision#FP32}. */
final class StoriesBundleWriter {
    private StoriesBundleWriter() {}

    public static void main(String[] arguments) throws IOException {
        StoriesBundleTest.write(StoriesBundleTest.COMMITTED);
    }
}
