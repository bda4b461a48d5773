package dev.assay.detectors.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The default model, where the tests are told of its file; imported once a machine. */
final class DefaultModel {
    private static final String PROPERTY = "assay.test.gguf";
    private static final String NAME = "smollm2-135m-instruct";

    private DefaultModel() {}

    static boolean isHere() {
        return !System.getProperty(PROPERTY, "").isEmpty();
    }

    static void assumeHere() {
        assumeTrue(isHere(), NAME + " is not here; give its GGUF file with -D" + PROPERTY);
    }

    static Bundle bundle() {
        Path gguf = Path.of(System.getProperty(PROPERTY));
        Path bundle = gguf.resolveSibling("assay-test-bundle");
        return Files.exists(bundle)
                ? Bundle.open(bundle)
                : GgufImport.importGguf(gguf, bundle, ImportOptions.named(NAME), step -> {});
    }
}
