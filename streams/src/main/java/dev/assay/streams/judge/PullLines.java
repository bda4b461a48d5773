package dev.assay.streams.judge;

import dev.assay.detectors.model.PullProgress;
import java.util.function.Consumer;

/** A download as a line for each tenth of it. */
public final class PullLines implements PullProgress {
    private static final int STEPS = 10;
    private static final double MEGABYTE = 1e6;

    private final Consumer<String> lines;
    private long lastStep;

    /** @param lines takes the lines */
    public PullLines(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void says(String line) {
        lines.accept(line);
    }

    @Override
    public void downloaded(long bytes, long of) {
        long step = of <= 0 ? 0 : bytes * STEPS / of;
        if (step != lastStep) {
            lastStep = step;
            lines.accept("downloaded " + Math.round(bytes / MEGABYTE) + " of " + Math.round(of / MEGABYTE) + " MB");
        }
    }
}
