package dev.assay.streams.operation;

import dev.assay.streams.process.ChildJvm;
import dev.assay.streams.process.LogLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command in a small JVM of its own that has said what was waited for.
 *
 * @param said the first group of what was waited for
 */
record AssayChild(ChildJvm jvm, String said) implements AutoCloseable {
    private static final List<String> SMALL = List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static AssayChild start(Path log, String awaited, String... arguments) {
        LogLine line = LogLine.from(log);
        ChildJvm jvm = ChildJvm.start(log, SMALL, List.of(arguments));
        return new AssayChild(jvm, line.await(jvm, Pattern.compile(awaited), PATIENCE));
    }

    @Override
    public void close() {
        jvm.close();
    }
}
