package dev.assay.streams.cli;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.ModelStore;
import dev.assay.streams.judge.PullLines;
import picocli.CommandLine.Command;

/** Fetches the default model. */
@Command(
        name = "pull",
        description = "Fetch the default model and import it, unless it is here; an altered one is made again.",
        footer = {"", "Examples:", "  assay models pull", "  ASSAY_CACHE=/models assay models pull"})
final class ModelsPullCommand implements Runnable {
    private final Surroundings here;

    ModelsPullCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public void run() {
        Bundle bundle = ModelStore.open().pullDefault(new PullLines(here::progress));
        here.out().println(bundle.manifest().name() + " " + bundle.id() + " " + bundle.directory());
    }
}
