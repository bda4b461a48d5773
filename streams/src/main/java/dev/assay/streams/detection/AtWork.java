package dev.assay.streams.detection;

import dev.assay.streams.event.SourcePosition;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the events stand that are with a worker just now, in a file that outlives the process: whatever kills it, the next life knows which
 * events may have done it. One line an event, of a fixed length; a write goes no further than the operating system's memory, since it is the
 * process whose death is feared.
 *
 * <p>It is an aid: where the file cannot be written, texts are scored all the same.
 */
final class AtWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AtWork.class);
    private static final int LINE = 320; // a topic has at most 249 characters
    private static final byte BLANK = ' ';

    private final Optional<Path> path;
    private final Set<String> left;
    private final BitSet lines = new BitSet();
    /** Null where there is none, or none any more. It is no channel: those close when a thread is interrupted. */
    private RandomAccessFile file;

    private AtWork(Optional<Path> path) {
        this.path = path;
        this.left = path.map(AtWork::read).orElse(Set.of());
        path.map(Path::toFile).ifPresent(this::create);
    }

    /** Reads what the last life left, and begins a new file; without a path nothing is kept. */
    static AtWork open(Optional<Path> path) {
        return new AtWork(path);
    }

    /** Positions of the events that were with a worker when the last life died, as {@link SourcePosition#asId} has them. */
    Set<String> left() {
        return left;
    }

    /** Notes an event that a worker begins; returns what {@link #end} wants to know. */
    synchronized int begin(SourcePosition position) {
        int line = lines.nextClearBit(0);
        lines.set(line);
        write(line, position.asId());
        return line;
    }

    /** The event does the process no harm any more. */
    synchronized void end(int line) {
        lines.clear(line);
        write(line, "");
    }

    private static Set<String> read(Path path) {
        try {
            return Files.exists(path)
                    ? Files.readString(path, StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .collect(Collectors.toUnmodifiableSet())
                    : Set.of();
        } catch (IOException e) {
            LOG.warn("cannot tell which texts were at work when the last life ended: {} ({})", path, e.getMessage());
            return Set.of();
        }
    }

    private void create(File at) {
        try {
            file = new RandomAccessFile(at, "rw");
            file.setLength(0);
        } catch (IOException e) {
            giveUp(e);
        }
    }

    private void write(int line, String text) {
        if (file == null) {
            return;
        }
        byte[] bytes = new byte[LINE];
        Arrays.fill(bytes, BLANK);
        byte[] characters = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(characters, 0, bytes, 0, Math.min(LINE - 1, characters.length));
        bytes[LINE - 1] = '\n';
        try {
            file.seek((long) line * LINE);
            file.write(bytes);
        } catch (IOException e) {
            giveUp(e);
        }
    }

    private void giveUp(IOException e) {
        file = null;
        LOG.warn("cannot note which texts are at work: {} ({})", path.orElseThrow(), e.getMessage());
    }

    /** Ends in peace: nothing is under suspicion. */
    @Override
    public synchronized void close() {
        try {
            if (file != null) {
                file.close();
                file = null;
                Files.deleteIfExists(path.orElseThrow());
            }
        } catch (IOException e) {
            giveUp(e);
        }
    }
}
