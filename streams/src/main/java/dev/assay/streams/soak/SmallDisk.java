package dev.assay.streams.soak;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A small file system in memory, mounted on a folder: a disk that can be filled. Linux only, and for those who may mount. */
final class SmallDisk implements AutoCloseable {
    private static final int PIECE = 64 << 10; // bytes

    private final Path folder;
    private final Thread reaper = new Thread(this::unmount, "assay-unmount");

    /** Mounts it; what the folder held is hidden until it is closed. */
    SmallDisk(Path folder, int megabytes) {
        this.folder = folder;
        if (!run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString())) {
            throw new SoakFailure("cannot mount a file system on " + folder);
        }
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    /** What hinders one to be mounted, with the remedy. */
    static Optional<String> lacks() {
        Optional<String> lack = Optional.of("needs the right to mount a file system: run it as root");
        try {
            Path probe = Files.createTempDirectory("assay-soak-mount");
            boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", probe.toString());
            boolean ended = !mounted || run("umount", probe.toString());
            Files.delete(probe);
            return mounted && ended ? Optional.empty() : lack;
        } catch (IOException e) {
            return lack;
        }
    }

    /** Writes until there is no room left. */
    void fill() {
        byte[] piece = new byte[PIECE];
        try (OutputStream filler = Files.newOutputStream(filler(), CREATE, APPEND)) {
            while (Files.exists(filler())) {
                filler.write(piece);
            }
        } catch (IOException full) {
            fillTheRest();
        }
    }

    private void fillTheRest() {
        try (OutputStream rest = Files.newOutputStream(folder.resolve("filler-rest"), CREATE, APPEND)) {
            while (Files.exists(filler())) {
                rest.write(0);
            }
        } catch (IOException full) {
            // not one byte more
        }
    }

    /** Gives back all room. */
    void free() {
        try {
            Files.deleteIfExists(filler());
            Files.deleteIfExists(folder.resolve("filler-rest"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private void unmount() {
        run("umount", "-l", folder.toString());
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(reaper);
        unmount();
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // another system than Linux
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
