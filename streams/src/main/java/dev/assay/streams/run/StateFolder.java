package dev.assay.streams.run;

import dev.assay.detectors.model.CacheDirectory;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import dev.assay.streams.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the pending store lives. */
public final class StateFolder {
    private StateFolder() {}

    /**
     * The folder, made where it is missing.
     *
     * @throws SettingsException in one line that names it, when it cannot be written
     */
    public static Path ready(Settings settings) {
        String given = settings.get(SettingTable.STATE_DIR);
        Path folder = given.isEmpty()
                ? CacheDirectory.locate().resolve("state")
                : Path.of(given).toAbsolutePath();
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "probe", null);
            Files.writeString(probe, "space?");
            Files.delete(probe);
            return folder;
        } catch (IOException e) {
            throw new SettingsException("state folder " + folder + " cannot be written (" + e.getMessage()
                    + "): free space or rights there, or set state.dir to another folder.");
        }
    }
}
