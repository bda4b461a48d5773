package dev.assay.streams.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resident memory of the process, in bytes: models live outside the heap, where no JVM metric looks. Read from Linux' own account
 * of the process; not a number elsewhere.
 */
public final class ResidentMemory implements MeterBinder {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern LINE = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

    private final Path status;

    /** That of this process. */
    public ResidentMemory() {
        this(STATUS);
    }

    ResidentMemory(Path status) {
        this.status = status;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("process.resident.memory", this, ResidentMemory::bytes)
                .baseUnit("bytes")
                .description("Memory of the process in RAM, models included")
                .strongReference(true) // nobody else keeps this binder
                .register(registry);
    }

    double bytes() {
        try {
            Matcher line = LINE.matcher(Files.readString(status));
            return line.find() ? Long.parseLong(line.group(1)) * 1024.0 : Double.NaN;
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
