package dev.assay.streams.cli;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.ModelStore;
import dev.assay.streams.judge.PullLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fetches the default model. */
@Command(
        name = "pull",
        description = {
            "Fetch the default model and import it, unless it is here; an altered one is made again. It is kept in the precision that",
            "is fastest on this CPU: int8 with VNNI, otherwise what a short trial shows. model=default is then this one."
        },
        footer = {
            "",
            "Examples:",
            "  assay models pull",
            "  assay models pull --precision fp32",
            "  ASSAY_CACHE=/models assay models pull"
        })
final class ModelsPullCommand implements Runnable {
    private final Surroundings here;

    @Option(
            names = "--precision",
            paramLabel = "P",
            description = "fp32 or int8, whichever is faster; a pull without this option goes back to the fastest.")
    String precision;

    ModelsPullCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public void run() {
        ModelStore store = ModelStore.open();
        PullLines progress = new PullLines(here::progress);
        Bundle bundle = precision == null ? store.pullDefault(progress) : store.pullDefault(precision, progress);
        here.out().println(bundle.manifest().name() + " " + bundle.id() + " " + bundle.directory());
    }
}
