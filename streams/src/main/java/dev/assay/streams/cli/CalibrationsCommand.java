package dev.assay.streams.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The calibrations on their topic. */
@Command(
        name = "calibrations",
        description = "Publish, list, fetch or revoke the calibrations that running instances take from their topic.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  assay calibrations publish calibration-essays.json --config my.properties",
            "  assay calibrations list --config my.properties",
            "  assay calibrations revoke 3f2a9c01 --config my.properties"
        })
final class CalibrationsCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "no command given after calibrations: publish, list, fetch or revoke");
    }
}
