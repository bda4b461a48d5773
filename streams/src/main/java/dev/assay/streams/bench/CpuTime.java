package dev.assay.streams.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** CPU time of this process and of its threads, in nanoseconds. */
final class CpuTime {
    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CpuTime() {}

    static long ofProcess() {
        return PROCESS.getProcessCpuTime();
    }

    static long ofThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Of another process so far; 0 where the system does not tell. */
    static long of(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }
}
