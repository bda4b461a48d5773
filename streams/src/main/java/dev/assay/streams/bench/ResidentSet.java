package dev.assay.streams.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory of a process in RAM, as Linux accounts for it; not a number elsewhere. */
final class ResidentSet {
    private static final Pattern NOW = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB");

    private ResidentSet() {}

    /** Bytes now. */
    static double ofThisProcess() {
        return bytes("self", NOW);
    }

    /** Bytes of a process now. */
    static double of(long pid) {
        return bytes(Long.toString(pid), NOW);
    }

    /** Most bytes since a process began. */
    static double peakOf(long pid) {
        return bytes(Long.toString(pid), PEAK);
    }

    private static double bytes(String process, Pattern line) {
        try {
            Matcher found = line.matcher(Files.readString(Path.of("/proc", process, "status")));
            return found.find() ? Long.parseLong(found.group(1)) * 1024.0 : Double.NaN;
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
