package dev.assay.detectors.model;

import java.io.IOException;
import java.nio.file.Path;

/** The 1 MB model as a bundle, in any precision, for the tests of other packages too. */
public final class StoriesBundles {
    private StoriesBundles() {}

    /** The committed one, in fp32. */
    public static Bundle committed() {
        return Bundle.open(StoriesBundleTest.COMMITTED);
    }

    /** As the importer of 0.1.0 left it, without states. */
    public static Bundle former() {
        return Bundle.open(StoriesBundleTest.COMMITTED.resolveSibling("stories260K-0.1.0"));
    }

    /** Writes it in another precision. */
    public static Bundle write(String precision, Path target) throws IOException {
        ImportOptions options = new ImportOptions("stories260k-" + precision, precision, "MIT", "test");
        return new BundleWriter(StoriesModel.read(StoriesBundleTest.SOURCES), options, step -> {}).write(target);
    }
}
