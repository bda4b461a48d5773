package dev.assay.streams.cli;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.ModelStore;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Lists the models of this machine. */
@Command(
        name = "list",
        description = "List the models of this machine: name, id, precision, licence.",
        footer = {"", "Examples:", "  assay models list"})
final class ModelsListCommand implements Runnable {
    private static final int ID_DIGITS = 16;

    private final Surroundings here;

    ModelsListCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public void run() {
        ModelStore store = ModelStore.open();
        List<Bundle> bundles = store.list();
        if (bundles.isEmpty()) {
            here.progress(
                    "no models in " + store.directory() + "; `assay models pull` fetches " + store.defaultName() + ".");
        }
        bundles.forEach(bundle -> here.out()
                .printf(
                        Locale.ROOT,
                        "%-28s %s %-6s %s%n",
                        bundle.manifest().name(),
                        bundle.id().substring(0, ID_DIGITS),
                        bundle.manifest().precision(),
                        bundle.manifest().license()));
        store.choice().ifPresent(choice -> here.progress("model=default is the one in " + choice));
    }
}
