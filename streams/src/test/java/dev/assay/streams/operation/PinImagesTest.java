package dev.assay.streams.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code config/pin-images} on copies of the files, with a script in the place of Docker that gives every image one digest. */
@DisabledOnOs(OS.WINDOWS)
class PinImagesTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.root"));
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);
    private static final List<String> FILES = List.of("docker-compose.yml", "Dockerfile");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectories(folder.resolve("config"));
        for (String file : List.of("docker-compose.yml", "Dockerfile", "config/pin-images")) {
            Files.copy(ROOT.resolve(file), folder.resolve(file));
        }
        Path docker = Files.writeString(folder.resolve("docker"), "#!/bin/sh\necho " + DIGEST + "\n");
        assertThat(docker.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void givesEveryForeignImageItsDigest() throws Exception {
        assertThat(run("--check")).isEqualTo(1);
        for (String file : FILES) {
            assertThat(folder.resolve(file)).hasSameTextualContentAs(ROOT.resolve(file));
        }
        assertThat(run()).isZero();
        List<String> images = FILES.stream()
                .flatMap(this::lines)
                .filter(line -> line.matches(" *image: .*|FROM .*:.*"))
                .filter(line -> !line.contains("image: assay"))
                .toList();
        assertThat(images)
                .hasSizeGreaterThan(6)
                .allSatisfy(line -> assertThat(line).contains("@" + DIGEST));
        assertThat(run("--check")).isZero();
    }

    @Test
    void changesNothingElse() throws Exception {
        run();
        for (String file : FILES) {
            assertThat(unpinned(folder.resolve(file))).isEqualTo(unpinned(ROOT.resolve(file)));
        }
    }

    private static String unpinned(Path file) throws IOException {
        return Files.readString(file).replaceAll("@sha256:[0-9a-f]{64}", "");
    }

    private Stream<String> lines(String file) {
        try {
            return Files.readString(folder.resolve(file)).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("config/pin-images").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().merge("PATH", folder.toString(), (old, first) -> first + ":" + old);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).doesNotContain("not found");
        return process.waitFor();
    }
}
