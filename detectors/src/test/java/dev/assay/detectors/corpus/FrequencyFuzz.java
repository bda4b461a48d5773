package dev.assay.detectors.corpus;

import dev.assay.fuzz.FuzzBudget;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Any file of frequencies. */
public final class FrequencyFuzz {
    private static Path file;

    private FrequencyFuzz() {}

    /** Makes the file's place. */
    public static void fuzzerInitialize() throws IOException {
        file = Files.createTempFile("fuzz", ".gz");
        file.toFile().deleteOnExit();
    }

    /** Compressed content, behind the format's name where the first byte is even; else the file itself. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length > 0 && input[0] % 2 != 0) {
            Files.write(file, input);
        } else {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write("assay-frequencies 1 ".getBytes(StandardCharsets.US_ASCII));
                out.write(input);
            }
        }
        FuzzBudget.spend(CorpusFormatException.class, () -> FrequencyFile.read(file));
    }
}
