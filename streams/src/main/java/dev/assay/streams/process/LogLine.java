package dev.assay.streams.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Waits for a line that a child writes, beyond what its log already holds from earlier lives. */
public final class LogLine {
    private static final long PAUSE_NANOS = 20_000_000;

    private final Path log;
    private final int start; // bytes

    private LogLine(Path log, int start) {
        this.log = log;
        this.start = start;
    }

    /** Looks at what comes after the present end of the log. */
    public static LogLine from(Path log) {
        try {
            return new LogLine(log, Files.exists(log) ? Math.toIntExact(Files.size(log)) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first group of the first match there is by now. */
    public Optional<String> find(Pattern pattern) {
        Matcher matcher = pattern.matcher(read());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Waits for the first match.
     *
     * @return its first group
     * @throws ChildStartException when the child ends before, or it takes too long
     */
    public String await(ChildJvm child, Pattern pattern, Duration longest) {
        long began = System.nanoTime();
        while (true) {
            boolean alive = child.isAlive(); // asked before the log is read: its last words count
            Optional<String> found = find(pattern);
            if (found.isPresent()) {
                return found.get();
            }
            if (!alive) {
                throw new ChildStartException("a process ended before it was ready; its last words: " + last(read()));
            }
            if (System.nanoTime() - began > longest.toNanos()) {
                child.kill();
                throw new ChildStartException("a process was not ready after " + longest.toSeconds()
                        + " s and was killed; its last words: " + last(read()));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private String read() {
        try {
            byte[] bytes = Files.readAllBytes(log);
            return new String(Arrays.copyOfRange(bytes, start, bytes.length), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String last(String text) {
        return text.lines().reduce("(none)", (before, after) -> after);
    }
}
