package dev.assay.streams.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Option;

/** How a command writes a file: whole or not at all, and in the place of another only where the user says so. */
final class OutputFile {
    @Option(
            names = "--overwrite",
            description = "Replace a file that is there already; by default it is left as it is.")
    boolean overwrite;

    /** Writes the content to a file. */
    interface Content {
        void writeTo(Path file) throws IOException;
    }

    /**
     * Before the work, so that it is not lost.
     *
     * @throws CommandFailure when the file could not be written in the end
     */
    void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(file + ": there is no folder " + folder + "; make it first.");
        }
        if (Files.isDirectory(file)) {
            throw new CommandFailure(file + " is a folder; give a file in it.");
        }
        if (Files.isRegularFile(file) && !overwrite) {
            throw new CommandFailure(
                    file + " is there already; give another file, or --overwrite to have it replaced.");
        }
    }

    /** Writes beside the file, then gives it its name; what is no regular file, such as a pipe, is written to. */
    void write(Path file, Content content) throws IOException {
        check(file);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            content.writeTo(file);
            return;
        }
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(); // a link stays one
        Path part = place.resolveSibling(
                "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            content.writeTo(part);
            if (overwrite) {
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.move(part, place);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
