package dev.assay.detectors.tokenize;

import dev.assay.fuzz.FuzzBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any {@code tokenizer.json}. */
public final class TokenizerFileFuzz {
    private static Path file;

    private TokenizerFileFuzz() {}

    /** Makes the file's place. */
    public static void fuzzerInitialize() throws IOException {
        file = Files.createTempFile("fuzz", ".json");
        file.toFile().deleteOnExit();
    }

    /** The file. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(file, input);
        FuzzBudget.spend(
                IllegalArgumentException.class, () -> DjlTokenizer.open(file).close());
    }
}
