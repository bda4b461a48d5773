package dev.assay.streams.cli;

import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.streams.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which schemas, in which registry. */
final class SchemaOptions {
    @Parameters(paramLabel = "TOPIC", description = "Topics whose schemas are meant; none: all that have one.")
    List<String> names = new ArrayList<>();

    @Mixin
    final SettingsOptions settings;

    SchemaOptions(Surroundings here) {
        this.settings = new SettingsOptions(here);
    }

    /** Gives the registry and the chosen subjects to {@code work}, and closes the registry. */
    void with(BiConsumer<SchemaRegistry, List<SchemaSubject>> work) {
        Settings read = settings.read();
        List<SchemaSubject> subjects = SchemaSubject.of(read, names);
        Logs.quietClients();
        try (SchemaRegistry registry = SchemaSubject.registry(read)) {
            work.accept(registry, subjects);
        }
    }
}
