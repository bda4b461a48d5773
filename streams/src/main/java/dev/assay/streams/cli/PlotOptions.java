package dev.assay.streams.cli;

import dev.assay.detectors.evaluate.ScoredLabel;
import dev.assay.streams.plots.DetectorPlots;
import dev.assay.streams.plots.Plot;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where pictures go. */
final class PlotOptions {
    @Option(
            names = "--plots",
            paramLabel = "DIR",
            description = "Where to draw curves, scores and calibration, as SVG and PNG; default: nowhere.")
    Path folder;

    @Mixin
    final OutputFile target = new OutputFile();

    /**
     * Before the work, so that it is not lost.
     *
     * @throws CommandFailure when the pictures of these detectors could not be written in the end
     */
    void check(List<String> detectors) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandFailure("--plots " + folder + ": no such folder can be made; give another.", e);
        }
        detectors.stream()
                .flatMap(detector -> DetectorPlots.fileNames(detector).stream())
                .forEach(name -> target.check(folder.resolve(name)));
        requireFonts();
    }

    /** Draws what can be drawn of these texts. */
    void write(String detector, List<ScoredLabel> texts) {
        if (folder == null) {
            return;
        }
        for (Plot plot : DetectorPlots.of(detector, texts)) {
            for (String name : plot.fileNames()) {
                try {
                    target.write(folder.resolve(name), place -> plot.write(name, place));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** A Java runtime for servers has no fonts of its own. */
    private static void requireFonts() {
        try {
            new Font(Font.SANS_SERIF, Font.PLAIN, 10)
                    .createGlyphVector(new FontRenderContext(null, true, true), "assay")
                    .getOutline();
        } catch (RuntimeException | LinkageError | InternalError e) {
            throw new CommandFailure(
                    "--plots: this Java finds no fonts; install fontconfig and one, such as DejaVu.", e);
        }
    }
}
