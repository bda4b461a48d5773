package dev.assay.streams.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine. */
final class Jdks {
    private static final Path DEBIAN = Path.of("/usr/lib/jvm");
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    private Jdks() {}

    /** A {@code java} of at least that version: the one that runs this, else one beside it. */
    static Optional<Path> java(int version) {
        Path own = Path.of(System.getProperty("java.home"));
        return Stream.concat(Stream.of(own), Stream.concat(beside(own.getParent()), beside(DEBIAN)))
                .filter(home -> version(home) >= version)
                .map(home -> home.resolve("bin/java"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> beside(Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var homes = Files.list(folder)) {
            return homes.sorted().toList().stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    private static int version(Path home) {
        try {
            Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException noJdk) {
            return 0;
        }
    }
}
