package dev.assay.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;

/** How the time of a step grows with the text: CPU time of its thread, the least of several runs, so that other load does not matter. */
public final class Growth {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LARGE = 1 << 20; // bytes of UTF-8
    private static final int SMALL = LARGE / 4;
    private static final double PER_DOUBLING = 2.5;
    private static final long FLOOR_NANOS = 40_000_000; // below it, what a run costs whatever the text counts
    private static final int MOST_TRIES = 5;

    private Growth() {}

    /** Asserts that 1 MiB takes at most 2.5² times as long as 256 KiB; runs are repeated while they do not show it. */
    public static void assertLinear(TextKind kind, Consumer<String> step) {
        String small = kind.ofBytes(SMALL);
        String large = kind.ofBytes(LARGE);
        long least = Long.MAX_VALUE;
        long most = Long.MAX_VALUE;
        for (int tries = 0; tries < MOST_TRIES && !grows(least, most); tries++) {
            least = Math.min(least, nanos(step, small));
            most = Math.min(most, nanos(step, large));
        }
        assertThat(grows(least, most))
                .as("%s: %d ms of CPU for 256 KiB, %d ms for 1 MiB", kind, least / 1_000_000, most / 1_000_000)
                .isTrue();
    }

    private static boolean grows(long small, long large) {
        return large <= PER_DOUBLING * PER_DOUBLING * Math.max(small, FLOOR_NANOS);
    }

    private static long nanos(Consumer<String> step, String text) {
        long begin = THREADS.getCurrentThreadCpuTime();
        step.accept(text);
        return THREADS.getCurrentThreadCpuTime() - begin;
    }
}
