package dev.assay.streams.cli;

import dev.assay.schemas.registry.SchemaRegistry;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists Assay's subjects and what the registry holds under them. */
@Command(
        name = "list",
        description = "List the subjects of Assay's schemas and what a schema registry holds under them.",
        footer = {
            "",
            "Examples:",
            "  assay schemas list",
            "  assay schemas list --set schema.registry.url=http://registry:8081"
        })
final class SchemasListCommand implements Runnable {
    private final Surroundings here;

    @Mixin
    final SchemaOptions options;

    SchemasListCommand(Surroundings here) {
        this.here = here;
        this.options = new SchemaOptions(here);
    }

    @Override
    public void run() {
        options.with((registry, subjects) -> subjects.forEach(
                subject -> here.out().printf(Locale.ROOT, "%-28s %s%n", subject.name(), state(registry, subject))));
    }

    private static String state(SchemaRegistry registry, SchemaSubject subject) {
        int versions = registry.versions(subject.name()).size();
        if (versions == 0) {
            return "missing";
        }
        return "newest " + SchemaSubject.words(registry.latest(subject.name())) + ", rule "
                + registry.rule(subject.name()) + ", this program's "
                + subject.in(registry).map(SchemaSubject::words).orElse("missing");
    }
}
