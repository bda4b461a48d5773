package dev.assay.streams.cli;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.ImportOptions;
import dev.assay.detectors.model.ModelStore;
import dev.assay.streams.judge.PullLines;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a model from a GGUF file. */
@Command(
        name = "import",
        description = "Import a model of the Llama family from a GGUF file.",
        footer = {
            "",
            "Examples:",
            "  assay models import model.gguf",
            "  assay models import model.gguf --name my-model --license Apache-2.0 --origin example.org/my-model"
        })
final class ModelsImportCommand implements Runnable {
    private final Surroundings here;

    @Parameters(paramLabel = "FILE", description = "The GGUF file.")
    Path file;

    @Option(names = "--name", paramLabel = "NAME", description = "What to call it; default: the file's name.")
    String name;

    @Option(
            names = "--precision",
            paramLabel = "P",
            description =
                    "How products are computed: fp32, or int8, which is about twice as fast and is to be measured with `assay models verify`; "
                            + "default: fp32.")
    String precision = "fp32";

    @Option(
            names = "--license",
            paramLabel = "SPDX",
            description = "Licence of the weights; default: what the file says.")
    String license;

    @Option(names = "--origin", paramLabel = "TEXT", description = "Where the file comes from.")
    String origin = "unknown";

    ModelsImportCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public void run() {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(file + ": no such file; check the path.");
        }
        String called = name == null ? file.getFileName().toString().replaceFirst("\\.gguf$", "") : name;
        ImportOptions options = new ImportOptions(called, precision, license, origin);
        Bundle bundle = ModelStore.open().importGguf(file, options, new PullLines(here::progress));
        here.out().println(bundle.manifest().name() + " " + bundle.id() + " " + bundle.directory());
    }
}
