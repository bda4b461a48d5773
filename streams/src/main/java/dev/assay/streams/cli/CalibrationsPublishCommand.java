package dev.assay.streams.cli;

import dev.assay.streams.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Publishes calibrations. */
@Command(
        name = "publish",
        description = {
            "Publish calibrations, one record each; running instances of their model judge by them from the next text on.",
            "They join those that ship and those that are published; what they replace is to be revoked."
        },
        footer = {
            "",
            "Examples:",
            "  assay calibrations publish calibration-essays.json",
            "  assay calibrations publish news.json forum.json --set bootstrap.servers=broker:9092"
        })
final class CalibrationsPublishCommand implements Runnable {
    private final Surroundings here;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Calibrations, as `assay calibrate` writes them.")
    List<Path> files;

    @Mixin
    final SettingsOptions options;

    CalibrationsPublishCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public void run() {
        Settings settings = options.read();
        List<Publication> publications = files.stream().map(Publication::of).toList();
        Publication.send(publications, Publication.requireTopic(settings), here);
    }
}
