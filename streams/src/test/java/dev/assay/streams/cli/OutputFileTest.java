package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    Path folder;

    private final OutputFile output = new OutputFile();

    @Test
    void writesAFile() throws IOException {
        output.write(file(), place -> Files.writeString(place, "new"));
        assertThat(file()).hasContent("new");
        assertHasOnly(file());
    }

    @Test
    void leavesAFileThatIsThere() throws IOException {
        Files.writeString(file(), "mine");
        assertThatThrownBy(() -> output.check(file()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll(file().toString(), "--overwrite");
        assertThatThrownBy(() -> output.write(file(), place -> Files.writeString(place, "new")))
                .isInstanceOf(CommandFailure.class);
        assertThat(file()).hasContent("mine");
    }

    @Test
    void leavesAFileThatCameDuringTheWork() {
        assertThatThrownBy(() -> output.write(file(), place -> {
                    Files.writeString(place, "new");
                    Files.writeString(file(), "mine");
                }))
                .isInstanceOf(IOException.class);
        assertThat(file()).hasContent("mine");
        assertHasOnly(file());
    }

    @Test
    void replacesWhereItIsAskedTo() throws IOException {
        Files.writeString(file(), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file());
        output.overwrite = true;
        output.write(link, place -> Files.writeString(place, "new"));
        assertThat(file()).hasContent("new");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void keepsTheOldOneWhereTheWorkFails() throws IOException {
        Files.writeString(file(), "mine");
        output.overwrite = true;
        assertThatThrownBy(() -> output.write(file(), place -> {
                    Files.writeString(place, "half");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(file()).hasContent("mine");
        assertHasOnly(file());
    }

    @Test
    void namesAFolderThatIsMissingOrInThePlace() {
        assertThatThrownBy(() -> output.check(folder.resolve("none").resolve("file")))
                .hasMessageContaining("there is no folder");
        assertThatThrownBy(() -> output.check(folder)).hasMessageContaining("is a folder");
    }

    private Path file() {
        return folder.resolve("file");
    }

    private void assertHasOnly(Path... files) {
        try (Stream<Path> there = Files.list(folder)) {
            assertThat(there).containsExactlyInAnyOrder(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
