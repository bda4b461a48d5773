package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.Assessor;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.TextInput;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.StoriesBundles;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Closing a model gives back all that it took outside the heap. In a process of its own: the heap of this one comes and goes. */
@EnabledOnOs(OS.LINUX)
class NativeMemoryTest {
    private static final int EARLY = 10;
    private static final int LATE = 50;
    private static final long GROWTH = 64L << 20;

    @Test
    void isGivenBack(@TempDir Path folder) throws IOException, InterruptedException {
        Bundle int8 = StoriesBundles.write("int8", folder.resolve("int8"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadAndClose.class.getName(),
                        StoriesBundles.committed().directory().toString(),
                        int8.directory().toString())
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            List<Long> resident = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Long::valueOf)
                    .toList();
            assertThat(process.waitFor()).isZero();
            assertThat(resident).hasSize(LATE);
            assertThat(resident.get(LATE - 1))
                    .as("resident bytes after each: %s", resident)
                    .isLessThanOrEqualTo(resident.get(EARLY - 1) + GROWTH);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The child process: loads each bundle, scores one text, closes; prints the bytes that are resident then. */
    static final class LoadAndClose {
        private LoadAndClose() {}

        /** Takes the folders of bundles. */
        public static void main(String[] args) throws IOException {
            AssessorSettings settings =
                    AssessorSettings.defaults().withWindow(512).withCalibrations(List.of("none"));
            for (int i = 0; i < LATE; i++) {
                for (String folder : args) {
                    try (Assessor assessor = Assessor.open(Bundle.open(Path.of(folder)), settings)) {
                        assessor.assess(TextInput.of("Once upon a time there was a little girl."));
                    }
                }
                System.out.println(resident());
            }
        }

        private static long resident() throws IOException {
            String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(candidate -> candidate.startsWith("VmRSS:"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
    }
}
