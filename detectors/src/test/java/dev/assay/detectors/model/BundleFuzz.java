package dev.assay.detectors.model;

import dev.assay.fuzz.FuzzBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any {@code bundle.json}. */
public final class BundleFuzz {
    private static Path folder;

    private BundleFuzz() {}

    /** Makes the bundle's folder. */
    public static void fuzzerInitialize() throws IOException {
        folder = Files.createTempDirectory("fuzz");
        folder.toFile().deleteOnExit();
    }

    /** The file. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(folder.resolve(Bundle.MANIFEST), input);
        FuzzBudget.spend(BundleException.class, () -> Bundle.open(folder));
    }
}
