package dev.assay.streams.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The topics that Assay reads and writes. */
@Command(
        name = "topics",
        description = "Create, list, describe or enlarge the topics that Assay reads and writes.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  assay topics create --set bootstrap.servers=broker:9092",
            "  assay topics list",
            "  assay topics describe verdicts",
            "  assay topics grow --partitions 12"
        })
final class TopicsCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "no command given after topics: create, list, describe or grow");
    }
}
