package dev.assay.streams.process;

import dev.assay.streams.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One command of this program in a JVM of its own, from the class path of this one. Standard output and error go to a file. It
 * ends with this JVM, unless that one is killed.
 */
public final class ChildJvm implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final Thread reaper;

    private ChildJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.reaper = new Thread(process::destroyForcibly, "assay-reaper");
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    /**
     * Starts a command.
     *
     * @param log takes what it prints, after what is already there; made where it is missing, with its folder
     * @param jvmFlags flags of the JVM, such as {@code -Xmx256m}
     * @param arguments the command with its arguments
     */
    public static ChildJvm start(Path log, List<String> jvmFlags, List<String> arguments) {
        return start(Main.class, log, jvmFlags, arguments);
    }

    /**
     * Starts a command by another entrance.
     *
     * @param main class with a main method
     */
    public static ChildJvm start(Class<?> main, Path log, List<String> jvmFlags, List<String> arguments) {
        return start(main, log, jvmFlags, arguments, Map.of());
    }

    /**
     * The same with variables of its environment.
     *
     * @param variables set beside those that it inherits
     */
    public static ChildJvm start(
            Class<?> main, Path log, List<String> jvmFlags, List<String> arguments, Map<String, String> variables) {
        ProcessBuilder builder = new ProcessBuilder(command(main, jvmFlags, arguments));
        Map<String, String> environment = builder.environment();
        // Settings are for the parent; a child gets its own as arguments.
        environment.keySet().removeIf(name -> name.startsWith("ASSAY_") && !name.equals("ASSAY_CACHE"));
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
        environment.put("OPT_OUT_TRACKING", "true");
        environment.put("ORT_DISABLE_TELEMETRY", "1");
        environment.putAll(variables);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            return new ChildJvm(builder.start(), log);
        } catch (IOException e) {
            throw new ChildStartException("cannot start a process for " + arguments.get(0) + ": " + e.getMessage(), e);
        }
    }

    private static List<String> command(Class<?> main, List<String> jvmFlags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.awt.headless=true");
        int version = Runtime.version().feature();
        if (version >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        if (version >= 23) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(jvmFlags);
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended; true while paused. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it ended with; only once it has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    /** Stops it where it stands (SIGSTOP). */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on (SIGCONT). */
    public void resume() {
        signal("CONT");
    }

    /** Kills it without warning (SIGKILL) and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(PATIENCE_SECONDS);
        forget();
    }

    /** Asks it to end (SIGTERM) and waits until it has; kills it where it does not. */
    @Override
    public void close() {
        if (process.isAlive()) {
            resume(); // a paused process takes no other signal
            process.destroy();
        }
        if (!awaitEnd(PATIENCE_SECONDS)) {
            kill();
        }
        forget();
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("cannot send SIG" + name + ": is there a kill command?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitEnd(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return false;
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(reaper);
        } catch (IllegalStateException e) {
            // This JVM is ending; the hook finds nothing left.
        }
    }
}
