package dev.assay.streams.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that goes with its owner, or nothing at all where the user gave a folder. */
public record TemporaryFolder(Path path) {
    /** Makes one; its name begins with the prefix. */
    public static TemporaryFolder create(String prefix) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(prefix));
        } catch (IOException e) {
            throw new BrokerStartException(
                    "cannot make a temporary folder: free space in, or choose another, java.io.tmpdir", e);
        }
    }

    static TemporaryFolder none() {
        return new TemporaryFolder(null);
    }

    /** Deletes it with all that is in it. */
    public void delete() {
        if (path == null || !Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
