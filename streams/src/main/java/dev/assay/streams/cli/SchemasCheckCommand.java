package dev.assay.streams.cli;

import dev.assay.schemas.registry.RegisteredSchema;
import dev.assay.schemas.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    final SchemaOptions options;

    SchemasCheckCommand(Surroundings here) {
        this.here = here;
        this.options = new SchemaOptions(here);
    }

    @Override
    public void run() {
        options.with(this::check);
    }

    private void check(SchemaRegistry registry, List<SchemaSubject> subjects) {
        List<String> missing = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (SchemaSubject subject : subjects) {
            Optional<RegisteredSchema> found = subject.in(registry);
            boolean fits = found.isPresent() || registry.isCompatible(subject.name(), subject.schema());
            here.out().println(subject.name() + ": " + state(registry, subject, found, fits));
            if (found.isEmpty()) {
                (fits ? missing : refused).add(subject.name());
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
