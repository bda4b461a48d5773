package dev.assay.streams.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The schemas of events, verdicts and metrics in a schema registry. */
@Command(
        name = "schemas",
        description = "Register, check or list the schemas of events, verdicts and metrics in a schema registry.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  assay schemas register --config my.properties",
            "  assay schemas check verdicts --set schema.registry.url=http://registry:8081",
            "  assay schemas list"
        })
final class SchemasCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given after schemas: register, check or list");
    }
}
