package dev.assay.streams.cli;

import dev.assay.detectors.score.RuntimeInfo;
import dev.assay.streams.ProgramVersion;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.Command;

/** Prints the versions that a verdict may depend on. */
@Command(
        name = "version",
        description = "Print the versions of Assay and of what it stands on.",
        footer = {"", "Examples:", "  assay version", "  assay --version"})
final class VersionCommand implements Runnable {
    private final Surroundings here;

    VersionCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public void run() {
        here.out().println("assay " + ProgramVersion.get());
        here.out().println("onnxruntime " + RuntimeInfo.detect().onnxRuntime());
        here.out().println("kafka " + AppInfoParser.getVersion());
        here.out().println("java " + Runtime.version());
    }
}
