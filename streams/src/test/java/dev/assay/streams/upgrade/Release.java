package dev.assay.streams.upgrade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A version of the program that can be started.
 *
 * @param name its version
 * @param environment variables that its JVM needs
 */
record Release(String name, Map<String, String> environment) {
    /** What is being tested. */
    static final Release CURRENT = new Release("current", Map.of());

    private static final Path BUILT = Path.of(System.getProperty("assay.root"), "target", "released");

    /** A released one, where {@code .ci/released} has built it. */
    static Optional<Release> released(String version) {
        Path built = BUILT.resolve(version);
        return Files.exists(built.resolve("assay-streams.jar"))
                ? Optional.of(new Release(
                        version,
                        Map.of("CLASSPATH", built.resolve("assay-streams.jar") + ":" + built.resolve("lib") + "/*")))
                : Optional.empty();
    }
}
