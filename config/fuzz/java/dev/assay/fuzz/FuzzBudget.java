package dev.assay.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A second of CPU for an input; other load on the machine does not count. */
public final class FuzzBudget {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long MOST_NANOS = 1_000_000_000;
    private static final int MOST_TRIES = 3;

    private FuzzBudget() {}

    /** What an input is tried with. */
    public interface Step {
        /** Takes the input, or throws what is declared for it. */
        void run() throws Exception;
    }

    /**
     * Runs a step; a slow one again, since classes are loaded but once.
     *
     * @param declared what it may throw, with a message of one line
     */
    public static void spend(Class<? extends Exception> declared, Step step) {
        long spent = Long.MAX_VALUE;
        for (int tries = 0; tries < MOST_TRIES && spent > MOST_NANOS; tries++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            run(declared, step);
            spent = Math.min(spent, THREADS.getCurrentThreadCpuTime() - begin);
        }
        if (spent > MOST_NANOS) {
            throw new AssertionError("took " + spent / 1_000_000 + " ms of CPU");
        }
    }

    private static void run(Class<? extends Exception> declared, Step step) {
        try {
            step.run();
        } catch (Exception e) {
            if (!declared.isInstance(e)
                    || e.getMessage() == null
                    || e.getMessage().contains("\n")) {
                throw new AssertionError("not declared, or not one line: " + e, e);
            }
        }
    }

    /** Runs a target on the inputs in {@code config/fuzz}, which it starts from when fuzzed, and those that once failed. */
    public static void replay(Class<?> target) throws IOException, ReflectiveOperationException {
        for (Method method : target.getMethods()) {
            if (method.getName().equals("fuzzerInitialize")) {
                method.invoke(null);
            }
        }
        Method test = target.getMethod("fuzzerTestOneInput", byte[].class);
        for (Path input : inputs(target.getSimpleName())) {
            test.invoke(null, (Object) Files.readAllBytes(input));
        }
    }

    private static List<Path> inputs(String target) throws IOException {
        try (Stream<Path> inputs = Files.list(
                Path.of(System.getProperty("assay.root")).resolve("config/fuzz").resolve(target))) {
            return inputs.sorted().toList();
        }
    }
}
