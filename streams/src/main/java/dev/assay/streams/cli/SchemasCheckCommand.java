package dev.assay.streams.cli;

import dev.assay.schemas.registry.RegisteredSchema;
import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.streams.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says whether a registry holds this program's schemas, and whether it would take them. */
@Command(
        name = "check",
        description = {
            "Say whether a schema registry holds the schemas of this version of Assay, or would take them.",
            "Changes nothing. Ends with 1 where a schema is missing."
        },
        footer = {
            "",
            "Examples:",
            "  assay schemas check --config my.properties",
            "  assay schemas check verdicts --set schema.registry.url=http://registry:8081"
        })
final class SchemasCheckCommand implements Runnable {
    private final Surroundings here;

    @Parameters(paramLabel = "TOPIC", description = "Topics whose schemas to look for; none: all that have one.")
    List<String> names = new ArrayList<>();

    @Mixin
    final SettingsOptions options;

    SchemasCheckCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public void run() {
        Settings settings = options.read();
        List<SchemaSubject> subjects = SchemaSubject.of(settings, names);
        Logs.quietClients();
        List<String> missing = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try (SchemaRegistry registry = SchemaSubject.registry(settings)) {
            for (SchemaSubject subject : subjects) {
                Optional<RegisteredSchema> found = subject.in(registry);
                boolean fits = found.isPresent() || registry.isCompatible(subject.name(), subject.schema());
                here.out().println(subject.name() + ": " + state(registry, subject, found, fits));
                if (found.isEmpty()) {
                    (fits ? missing : refused).add(subject.name());
                }
            }
        }
        if (!refused.isEmpty()) {
            throw new CommandFailure(
                    String.join(", ", refused) + ": holds a schema that Assay's is not compatible with;"
                            + " choose another topic.prefix, or another rule for the subject.");
        }
        if (!missing.isEmpty()) {
            throw new CommandFailure(
                    String.join(", ", missing) + ": not registered; do it with assay schemas register --config FILE.");
        }
    }

    private static String state(
            SchemaRegistry registry, SchemaSubject subject, Optional<RegisteredSchema> found, boolean fits) {
        if (found.isPresent()) {
            return "registered, " + SchemaSubject.words(found.get());
        }
        int versions = registry.versions(subject.name()).size();
        if (versions == 0) {
            return "missing";
        }
        return "missing among " + versions + " versions, and the rule " + registry.rule(subject.name())
                + (fits ? " allows it" : " forbids it");
    }
}
