package dev.assay.streams.settings;

import dev.assay.fuzz.FuzzBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any file of settings. */
public final class SettingsFuzz {
    private static Path file;

    private SettingsFuzz() {}

    /** Makes the file's place. */
    public static void fuzzerInitialize() throws IOException {
        file = Files.createTempFile("fuzz", ".properties");
        file.toFile().deleteOnExit();
    }

    /** The file. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(file, input);
        FuzzBudget.spend(
                SettingsException.class, () -> new SettingsReader().file(file).read());
    }
}
