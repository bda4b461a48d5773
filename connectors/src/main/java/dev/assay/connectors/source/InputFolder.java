package dev.assay.connectors.source;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a folder, and of those below it, that one of several tasks reads. A file belongs to a task by the hash of its
 * name, so that a new file disturbs nobody.
 *
 * @param folder where to look
 * @param matchers which paths below it count
 * @param task number of the task, from 0
 * @param tasks how many there are
 */
record InputFolder(Path folder, List<PathMatcher> matchers, int task, int tasks) {

    static InputFolder of(Path folder, List<String> globs, int task, int tasks) {
        List<PathMatcher> matchers = globs.stream()
                .map(glob -> folder.getFileSystem().getPathMatcher("glob:" + glob))
                .toList();
        return new InputFolder(folder, matchers, task, tasks);
    }

    /** Sizes in bytes by path below the folder; hidden files do not count. */
    SortedMap<String, Long> scan() throws IOException {
        var found = new TreeMap<String, Long>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path below = folder.relativize(file);
                String name = name(below);
                if (attributes.isRegularFile() && counts(below) && Math.floorMod(name.hashCode(), tasks) == task) {
                    found.put(name, attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                if (file.equals(folder)) {
                    throw gone;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /**
     * Opens a file that was found.
     *
     * @throws java.nio.file.NoSuchFileException where it is gone, or a link stands in its place
     */
    SeekableByteChannel open(String name) throws IOException {
        return Unlinked.open(folder, folder.getFileSystem().getPath(name));
    }

    private boolean counts(Path below) {
        return !below.getFileName().toString().startsWith(".")
                && matchers.stream().anyMatch(matcher -> matcher.matches(below));
    }

    private static String name(Path below) {
        return below.toString().replace(below.getFileSystem().getSeparator(), "/");
    }
}
