package dev.assay.detectors.model;

import dev.assay.detectors.model.gguf.GgufFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Makes a bundle from a GGUF file. Needs nothing but the file: no Python, no network. */
public final class GgufImport {
    private GgufImport() {}

    /**
     * Imports a model. The bundle appears whole or not at all; one that is already there with the same identity is opened.
     *
     * @param gguf the file, of the Llama family
     * @param target the bundle's directory; its parents are made
     * @param progress told what is being done, a few words at a time
     * @throws BundleException in one line that names the thing and the remedy
     */
    public static Bundle importGguf(Path gguf, Path target, ImportOptions options, Consumer<String> progress) {
        progress.accept("reading " + gguf.getFileName());
        try (GgufFile file = GgufFile.open(gguf)) {
            return new BundleWriter(named(gguf, file), complete(options, file), progress).write(target);
        } catch (IOException e) {
            throw new BundleException(gguf + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** What is wrong with the content names the file, too. */
    private static ModelSource named(Path gguf, GgufFile file) throws IOException {
        try {
            return source(gguf, file);
        } catch (BundleException e) {
            String message = e.getMessage();
            throw message.startsWith(gguf.toString()) ? e : new BundleException(gguf + ": " + message, e);
        }
    }

    private static ModelSource source(Path gguf, GgufFile file) throws IOException {
        String architecture = file.metadata().text("general.architecture");
        if (!architecture.equals(LlamaGguf.ARCHITECTURE)) {
            throw new BundleException(
                    gguf + " is of architecture " + architecture + "; supported: " + LlamaGguf.ARCHITECTURE);
        }
        LlamaGguf weights = new LlamaGguf(file);
        GgufTokenizer tokenizer = new GgufTokenizer(file.metadata());
        if (tokenizer.size() > weights.shape().vocabulary()) {
            throw new BundleException(gguf + " has more tokens than rows of weights; import a complete model file");
        }
        return new ModelSource(
                architecture,
                gguf.getFileName().toString(),
                Sha256.of(gguf),
                weights,
                tokenizer.json(),
                tokenizer.startToken());
    }

    /** Takes the licence from the file where the options do not know it. */
    private static ImportOptions complete(ImportOptions options, GgufFile file) {
        return options.license() != null
                ? options
                : new ImportOptions(
                        options.name(),
                        options.precision(),
                        file.metadata().text("general.license", "unknown"),
                        options.origin());
    }
}
