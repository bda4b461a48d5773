package dev.assay.detectors.model.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.model.BundleException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufFileTest {
    @TempDir
    Path folder;

    private static GgufBuilder sample() {
        return new GgufBuilder()
                .put("text", "straße")
                .put("whole", 7L)
                .put("number", 0.5f)
                .put("flag", true)
                .put("texts", List.of("a", "", "b c"))
                .floats("vector", new float[] {1, 2, 3}, 3)
                .floats("matrix", new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
    }

    private Path write(GgufBuilder builder) throws IOException {
        return builder.write(folder.resolve("model.gguf"));
    }

    private void assertRefused(Path file, String... words) {
        assertThatThrownBy(() -> GgufFile.open(file).close())
                .isInstanceOf(BundleException.class)
                .hasMessageContainingAll(file.getFileName().toString(), words[0])
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("\n");
    }

    @Test
    void readsMetadataOfEveryKind() throws IOException {
        try (GgufFile file = GgufFile.open(write(sample()))) {
            Metadata metadata = file.metadata();
            assertThat(metadata.text("text")).isEqualTo("straße");
            assertThat(metadata.integer("whole")).isEqualTo(7);
            assertThat(metadata.number("number")).isEqualTo(0.5);
            assertThat(metadata.flag("flag", false)).isTrue();
            assertThat(metadata.texts("texts")).containsExactly("a", "", "b c");
            assertThat(metadata.integer("absent", 9)).isEqualTo(9);
        }
    }

    @Test
    void readsTensorsOfBothVersions() throws IOException {
        for (int version : new int[] {2, 3}) {
            try (GgufFile file = GgufFile.open(write(sample().version(version)))) {
                assertThat(file.read("vector", 3)).containsExactly(1, 2, 3);
                assertThat(file.read("matrix", 3, 2)).containsExactly(1, 2, 3, 4, 5, 6);
            }
        }
    }

    @Test
    void readsATensorOfManyChunks() throws IOException {
        float[] values = new float[100_003];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        try (GgufFile file = GgufFile.open(write(sample().floats("long", values, values.length)))) {
            assertThat(file.read("long", values.length)).containsExactly(values);
        }
    }

    @Test
    void namesAMissingKeyAndAMissingTensor() throws IOException {
        try (GgufFile file = GgufFile.open(write(sample()))) {
            assertThatThrownBy(() -> file.metadata().text("llama.x")).hasMessageContaining("llama.x");
            assertThatThrownBy(() -> file.metadata().text("whole")).hasMessageContaining("whole is not a String");
            assertThatThrownBy(() -> file.read("blk.9", 3)).hasMessageContaining("no tensor blk.9");
            assertThatThrownBy(() -> file.read("matrix", 2, 3)).hasMessageContaining("[3, 2] instead of [2, 3]");
        }
    }

    @Test
    void refusesAnotherFormat() throws IOException {
        assertRefused(
                Files.writeString(folder.resolve("a.bin"), "PK\u0003\u0004 something else"), "is not a GGUF file");
    }

    @Test
    void saysWhatAnotherFileIs() throws IOException {
        Path file = folder.resolve("m.gguf");
        assertRefused(
                Files.writeString(file, "version https://git-lfs.github.com/spec/v1\noid x\n"), "Git LFS pointer");
        assertRefused(Files.writeString(file, "<!DOCTYPE html><html></html>"), "web page");
        assertRefused(write(sample().version(Integer.reverseBytes(3))), "big-endian", "little-endian");
    }

    @Test
    void refusesListsInLists() throws IOException {
        Object lists = List.of(1L);
        for (int depth = 0; depth < 10; depth++) {
            lists = List.of(lists);
        }
        assertRefused(write(sample().put("lists", lists)), "lists more than 4 deep");
    }

    /** 1.2 MB of them overflowed the stack. */
    @Test
    void refusesListsInListsWithoutEnd() throws IOException {
        ByteBuffer out = ByteBuffer.allocate(12 * 100_000 + 64).order(ByteOrder.LITTLE_ENDIAN);
        out.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(3).putLong(0).putLong(1);
        out.putLong(1).put((byte) 'k').putInt(9);
        while (out.remaining() >= 12) {
            out.putInt(9).putLong(1);
        }
        assertRefused(Files.write(folder.resolve("lists.gguf"), out.array()), "lists more than 4 deep");
    }

    @Test
    void refusesWhatTheFileCannotHold() throws IOException {
        assertRefused(write(sample().tensor("odd", 0, new byte[4], 1L << 62)), "tensor odd has 4611686018427387904");
        assertRefused(write(sample().tensor("odd", 0, new byte[4], 1L << 40, 1L << 40)), "overflow");
        assertRefused(write(sample().tensor("odd", 0, new byte[4], 1, 1, 1, 1, 1)), "tensor odd has 5 sizes");
        assertRefused(write(sample().tensor("odd", 0, new byte[4], 1_000_000)), "ends before tensor odd does");
        assertRefused(write(sample().put("general.alignment", 0L)), "general.alignment is 0", "download it again");
        assertRefused(write(sample().put("text", "a".repeat((1 << 24) + 1))), "a text of 16777217 bytes");
    }

    @Test
    void refusesWhatIsSaidTwice() throws IOException {
        assertRefused(write(sample().floats("vector", new float[] {1}, 1)), "tensor vector twice");
    }

    @Test
    void refusesOnePartOfSeveral() throws IOException {
        assertRefused(write(sample().put("split.count", 2L)), "one of 2 parts", "--merge");
    }

    @Test
    void refusesWeightsThatAreNoNumbers() throws IOException {
        Path file = write(sample().floats("bad", new float[] {1, Float.NaN}, 2));
        try (GgufFile gguf = GgufFile.open(file)) {
            assertThatThrownBy(() -> gguf.read("bad", 2))
                    .isInstanceOf(BundleException.class)
                    .hasMessageContainingAll(file.toString(), "tensor bad holds NaN", "download it again");
        }
    }

    @Test
    void saysItInOneLineWhateverTheNames() throws IOException {
        String name = "two\nlines ".repeat(1_000);
        assertThatThrownBy(() -> GgufFile.open(write(sample().tensor(name, 99, new byte[4], 1)))
                        .close())
                .isInstanceOf(BundleException.class)
                .hasMessageNotContaining("\n")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_100));
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertRefused(Files.createFile(folder.resolve("empty.gguf")), "not a whole GGUF file", "download it again");
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        assertRefused(write(sample().version(1)), "version 1", "versions 2 and 3");
    }

    @Test
    void refusesATruncatedFileWhereverItIsCut() throws IOException {
        byte[] whole = Files.readAllBytes(write(sample()));
        for (int length = 4; length < whole.length; length += 7) {
            Path cut = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, length));
            assertRefused(cut, "not a whole GGUF file");
        }
    }

    @Test
    void refusesAnUnknownTensorTypeAndNamesThoseItReads() throws IOException {
        assertRefused(
                write(sample().tensor("odd", 11, new byte[110], 256)),
                "tensor odd is of type number 11",
                "Q4_0",
                "Q6_K",
                "BF16");
    }

    @Test
    void refusesRowsThatAreNoWholeBlocks() throws IOException {
        assertRefused(write(sample().tensor("odd", 8, new byte[34], 31)), "rows that are not whole blocks");
    }
}
