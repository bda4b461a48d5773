package dev.assay.streams.cli;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.BundleException;
import dev.assay.detectors.model.BundleManifest;
import dev.assay.detectors.model.ModelStore;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what is known of one model, after checking its files. */
@Command(
        name = "show",
        description = "Check a model's files and show what is known of it.",
        footer = {"", "Examples:", "  assay models show default", "  assay models show path/to/bundle"})
final class ModelsShowCommand implements Runnable {
    private final Surroundings here;

    @Parameters(
            paramLabel = "MODEL",
            arity = "0..1",
            description = "A bundle's name, id or folder; default: the default model.")
    String model = "default";

    ModelsShowCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public void run() {
        Bundle bundle = named(ModelStore.open(), model);
        BundleManifest manifest = bundle.manifest();
        PrintWriter out = here.out();
        out.println("name         " + manifest.name());
        out.println("id           " + manifest.id());
        out.println("folder       " + bundle.directory());
        out.println("architecture " + manifest.architecture());
        out.println("precision    " + manifest.precision());
        out.println("vocabulary   " + manifest.vocabulary() + " tokens");
        out.println("context      " + manifest.contextLength() + " tokens");
        out.println("start token  " + manifest.startToken());
        out.println("states       " + states(manifest));
        out.println("source       " + manifest.sourceFile() + " " + manifest.sourceSha256());
        out.println("origin       " + manifest.origin());
        out.println("licence      " + manifest.license());
        manifest.files().forEach((file, hash) -> out.println("file         " + file + " " + hash));
    }

    private static String states(BundleManifest manifest) {
        return manifest.pooledLayers().isEmpty()
                ? "none: imported by a version before 0.2.0, import the model again for them"
                : "sums behind layers " + manifest.pooledLayers();
    }

    /** The model of that name, which is here; the default one is not fetched. */
    static Bundle named(ModelStore store, String model) {
        if (!model.equals("default")) {
            return store.find(model);
        }
        return store.findDefault()
                .orElseThrow(() -> new BundleException("the default model " + store.defaultName()
                        + " is not here yet; fetch it with `assay models pull`."));
    }
}
