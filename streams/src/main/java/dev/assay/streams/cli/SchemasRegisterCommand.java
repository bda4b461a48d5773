package dev.assay.streams.cli;

import dev.assay.schemas.registry.CompatibilityRule;
import dev.assay.schemas.registry.SchemaRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts this program's schemas into a registry. */
@Command(
        name = "register",
        description = {
            "Put the schemas of this version of Assay into a schema registry; what is there stays as it is.",
            "A new subject gets the rule FULL_TRANSITIVE; an existing one keeps its rule, unless --rule is given."
        },
        footer = {
            "",
            "Examples:",
            "  assay schemas register --config my.properties",
            "  assay schemas register verdicts --set schema.registry.url=http://registry:8081",
            "  assay schemas register --rule FULL_TRANSITIVE"
        })
final class SchemasRegisterCommand implements Runnable {
    private final Surroundings here;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "What each subject demands of later versions: ${COMPLETION-CANDIDATES}.")
    CompatibilityRule rule;

    @Mixin
    final SchemaOptions options;

    SchemasRegisterCommand(Surroundings here) {
        this.here = here;
        this.options = new SchemaOptions(here);
    }

    @Override
    public void run() {
        options.with((registry, subjects) ->
                subjects.forEach(subject -> here.out().println(subject.name() + ": " + outcome(registry, subject))));
    }

    private String outcome(SchemaRegistry registry, SchemaSubject subject) {
        boolean isNew = registry.versions(subject.name()).isEmpty();
        boolean isThere = !isNew && subject.in(registry).isPresent();
        if (!isThere) {
            registry.register(subject.name(), subject.schema());
        }
        return (isThere ? "exists, " : "registered, ")
                + SchemaSubject.words(registry.lookUp(subject.name(), subject.schema())) + ", rule "
                + ruled(registry, subject, isNew);
    }

    /** The rule from now on; some registries tell of a new one only after a while. */
    private CompatibilityRule ruled(SchemaRegistry registry, SchemaSubject subject, boolean isNew) {
        if (!isNew && rule == null) {
            return registry.rule(subject.name());
        }
        CompatibilityRule given = rule == null ? CompatibilityRule.FULL_TRANSITIVE : rule;
        registry.setRule(subject.name(), given);
        return given;
    }
}
