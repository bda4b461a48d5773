package dev.assay.streams.cli;

import dev.assay.detectors.calibrate.CalibrationFile;
import dev.assay.streams.calibrations.Published;
import dev.assay.streams.calibrations.Published.Standing;
import dev.assay.streams.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a published calibration into a file. */
@Command(
        name = "fetch",
        description = "Write a published calibration into a file, so that `assay score` can judge by it.",
        footer = {
            "",
            "Examples:",
            "  assay calibrations fetch 3f2a9c01 --output essays.json",
            "  assay score --calibration essays.json article.txt"
        })
final class CalibrationsFetchCommand implements Runnable {
    private final Surroundings here;

    @Parameters(paramLabel = "ID", description = "Id of the calibration, or its first eight digits or more.")
    String id;

    @Option(names = "--output", paramLabel = "FILE", description = "Where it goes; default: calibration-ID.json.")
    Path output;

    @Mixin
    final OutputFile target = new OutputFile();

    @Mixin
    final SettingsOptions options;

    CalibrationsFetchCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public void run() {
        Settings settings = options.read();
        Path file = output == null ? Path.of("calibration-" + id + ".json") : output;
        target.check(file);
        Published found =
                PublishedId.find(id, Publication.requireTopic(settings).read());
        if (found.standing() != Standing.USED) {
            throw new CommandFailure(found.says());
        }
        try {
            target.write(file, place -> CalibrationFile.write(found.calibration(), place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        here.out().println(file + ": calibration " + found.key());
    }
}
