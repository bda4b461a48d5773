package dev.assay.detectors.corpus;

import dev.assay.fuzz.FuzzBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any file of labelled texts. */
public final class LabelledTextsFuzz {
    private static Path file;

    private LabelledTextsFuzz() {}

    /** Makes the file's place. */
    public static void fuzzerInitialize() throws IOException {
        file = Files.createTempFile("fuzz", ".json");
        file.toFile().deleteOnExit();
    }

    /** The file. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(file, input);
        FuzzBudget.spend(CorpusFormatException.class, () -> LabelledTexts.read(file));
    }
}
