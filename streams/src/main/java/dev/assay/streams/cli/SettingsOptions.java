package dev.assay.streams.cli;

import dev.assay.streams.settings.Settings;
import dev.assay.streams.settings.SettingsReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where a command takes its settings from: defaults, then a file, then the environment, then flags. */
final class SettingsOptions {
    private final Surroundings here;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings as Java properties, one key=value a line.")
    Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting; may be given several times. `assay config` lists all.")
    List<String> assignments = new ArrayList<>();

    SettingsOptions(Surroundings here) {
        this.here = here;
    }

    Settings read() {
        SettingsReader reader = new SettingsReader();
        if (config != null) {
            reader.file(config);
        }
        reader.environment(here.environment());
        assignments.forEach(reader::set);
        Settings settings = reader.read();
        settings.passedOver().forEach(here::progress);
        return settings;
    }
}
