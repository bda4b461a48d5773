package dev.assay.connectors.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a folder holds of one partition. The unfinished file of a task is also its lease: whoever takes the partition over
 * deletes the unfinished files of all before it, after which these can finish nothing. A task always has at least one
 * unfinished file (the next one is made before the last is given its name), so that there is always one to delete.
 */
final class PartitionFolder {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionFolder.class);

    private final Path folder;
    private final TopicPartition partition;
    private final String prefix;

    PartitionFolder(Path folder, TopicPartition partition) {
        this.folder = folder;
        this.partition = partition;
        this.prefix = "." + partition.topic() + "-" + partition.partition() + ".";
    }

    /** Takes the partition over; returns the last offset that stands in a complete file, or −1. */
    long takeOver() throws IOException {
        Files.createDirectories(folder);
        long last;
        do {
            for (Path unfinished : unfinished()) {
                Files.deleteIfExists(unfinished);
            }
            last = lastOffset();
        } while (!unfinished().isEmpty());
        return last;
    }

    private List<Path> unfinished() throws IOException {
        return list(path -> {
            String name = path.getFileName().toString();
            return name.startsWith(prefix) && name.indexOf('.', prefix.length()) == name.lastIndexOf('.');
        });
    }

    private long lastOffset() throws IOException {
        return list(path -> true).stream()
                .map(path -> FileName.parse(path.getFileName().toString()))
                .flatMap(Optional::stream)
                .filter(name -> name.partition().equals(partition))
                .mapToLong(FileName::last)
                .max()
                .orElse(-1);
    }

    private List<Path> list(Predicate<Path> which) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(which).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A new unfinished file. */
    Path create() throws IOException {
        return Files.createFile(folder.resolve(prefix + UUID.randomUUID() + ".tmp"));
    }

    /**
     * Gives a file its name, at once and for good.
     *
     * @throws IOException where another task has taken the partition over
     */
    void finish(Path unfinished, long first, long last, boolean compressed) throws IOException {
        Path complete = folder.resolve(new FileName(partition, first, last).toString(compressed));
        Files.move(unfinished, complete, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true); // the name, too, outlives a power failure
        } catch (AccessDeniedException notOnThisSystem) {
            LOG.debug("{} cannot be opened to be forced to disk", folder, notOnThisSystem);
        }
    }
}
