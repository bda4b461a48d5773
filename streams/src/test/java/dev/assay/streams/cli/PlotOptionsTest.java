package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.streams.Main;
import dev.assay.streams.Tale;
import dev.assay.streams.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PlotOptionsTest {
    private static final Path MODEL =
            Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K");

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX) // elsewhere fonts come with the system
    void aJavaWithoutFontsIsNamedBeforeAnythingIsScored() throws IOException {
        Path texts = Files.writeString(
                folder.resolve("texts.jsonl"), "{\"text\": \"" + Tale.of(1) + "\", \"label\": \"human\"}\n");
        Path fonts = Files.writeString(
                folder.resolve("fonts.conf"),
                "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>\n");
        Path plots = folder.resolve("plots");
        List<String> arguments = List.of(
                "evaluate",
                "--model",
                MODEL.toString(),
                "--calibration",
                "none",
                "--set",
                "window=512",
                "--plots",
                plots.toString(),
                texts.toString());
        // what Java found out about fonts is kept below the user's folder
        List<String> flags = List.of("-Xmx384m", "-Duser.home=" + folder);
        Map<String, String> noFonts = Map.of("FONTCONFIG_FILE", fonts.toString());
        Path log = folder.resolve("log");
        try (ChildJvm evaluate = ChildJvm.start(Main.class, log, flags, arguments, noFonts)) {
            await().atMost(Duration.ofMinutes(2)).until(() -> !evaluate.isAlive());
            assertThat(evaluate.exitCode()).isEqualTo(1);
        }
        assertThat(log).content().contains("--plots: this Java finds no fonts").doesNotContain("DETECTOR");
        assertThat(plots).isEmptyDirectory();
    }
}
