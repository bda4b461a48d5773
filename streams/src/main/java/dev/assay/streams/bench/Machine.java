package dev.assay.streams.bench;

import dev.assay.detectors.model.Cpu;
import dev.assay.detectors.score.RuntimeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the figures were measured on. */
public final class Machine {
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private Machine() {}

    /** One line: processor, cores, memory, system, JDK, ONNX Runtime. */
    public static String describe() {
        Cpu cpu = Cpu.detect();
        return String.join(
                ", ",
                cpu.name(),
                Runtime.getRuntime().availableProcessors() + " cores (" + cpu.features() + ")",
                gigabytes(found(MEMORY, "MemTotal:\\s*(\\d+) kB", "0")),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "JDK " + System.getProperty("java.version"),
                "ONNX Runtime " + RuntimeInfo.detect().onnxRuntime());
    }

    private static String gigabytes(String kilobytes) {
        return Math.round(Long.parseLong(kilobytes) / 1e6 * 1.024) + " GB";
    }

    private static String found(Path file, String pattern, String otherwise) {
        try {
            Matcher line = Pattern.compile(pattern).matcher(Files.readString(file));
            return line.find() ? line.group(1).strip() : otherwise;
        } catch (IOException e) {
            return otherwise; // another system than Linux
        }
    }
}
