package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.detectors.model.gguf.GgufBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports the 1 MB model from a GGUF file written on the spot. */
class GgufImportTest {
    @TempDir
    Path folder;

    private GgufBuilder gguf;

    @BeforeEach
    void build() throws IOException {
        gguf = StoriesGguf.builder(StoriesModel.read(StoriesBundleTest.SOURCES).weights());
    }

    private Bundle importTo(Path target) throws IOException {
        return GgufImport.importGguf(
                gguf.write(folder.resolve("stories.gguf")), target, ImportOptions.named("stories"), step -> {});
    }

    private void assertRefused(String... words) {
        Path target = folder.resolve("bundles").resolve("refused");
        assertThatThrownBy(() -> importTo(target))
                .isInstanceOf(BundleException.class)
                .hasMessageContainingAll(words[0])
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("\n");
        assertThat(target).doesNotExist();
    }

    @Test
    void scoresAreThoseOfTheCommittedBundle() throws IOException, OrtException {
        gguf.put(
                "tokenizer.ggml.tokens",
                StoriesGguf.tokensWithoutSeparator()); // so texts start with 1, as in the committed one
        JsonNode text = StoriesBundleTest.texts().get(0);
        int[] ids = StoriesBundleTest.ids(text);
        try (BundleRun imported = new BundleRun(importTo(folder.resolve("bundle")));
                BundleRun committed = new BundleRun(Bundle.open(StoriesBundleTest.COMMITTED))) {
            assertThat(imported.score(ids).logProb())
                    .containsExactly(committed.score(ids).logProb(), Offset.offset(1e-5));
        }
    }

    @Test
    void theManifestSaysWhereItComesFrom() throws IOException {
        BundleManifest manifest = importTo(folder.resolve("bundle")).manifest();
        assertThat(manifest.sourceFile()).isEqualTo("stories.gguf");
        assertThat(manifest.sourceSha256()).isEqualTo(Sha256.of(folder.resolve("stories.gguf")));
        assertThat(manifest.license()).isEqualTo("mit");
        assertThat(manifest.vocabulary()).isEqualTo(StoriesGguf.VOCABULARY);
        assertThat(manifest.startToken())
                .as("<|endoftext|>, not the file's BOS")
                .isEqualTo(2);
    }

    @Test
    void anotherImportOpensTheBundleThatIsThere() throws IOException {
        Bundle first = importTo(folder.resolve("bundle"));
        Files.createDirectory(first.calibrations());
        assertThat(importTo(folder.resolve("bundle"))).isEqualTo(first);
        assertThat(first.calibrations()).exists();
    }

    @Test
    void doesNotTouchADirectoryThatHoldsSomethingElse() throws IOException {
        Path target = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(target.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> importTo(target)).hasMessageContaining("remove it");
        assertThat(target.resolve("letter.txt")).hasContent("dear");
    }

    @Test
    void leavesNothingBehindWhenItCannotWrite() throws IOException {
        Path bundles = Files.createDirectory(folder.resolve("bundles"));
        Path file = gguf.write(folder.resolve("stories.gguf"));
        assertThatThrownBy(() -> GgufImport.importGguf(
                        file, bundles.resolve("b"), ImportOptions.named("b"), GgufImportTest::failAtTheHead))
                .hasMessage("stopped");
        try (Stream<Path> left = Files.list(bundles)) {
            assertThat(left).isEmpty();
        }
    }

    private static void failAtTheHead(String step) {
        if (step.contains(Bundle.HEAD)) {
            throw new IllegalStateException("stopped");
        }
    }

    @Test
    void namesAPlaceThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> importTo(file.resolve("bundle")))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("cannot write the bundle")
                .hasMessageContaining("check space and permissions");
    }

    @Test
    void refusesAnotherArchitecture() {
        gguf.put("general.architecture", "mamba");
        assertRefused("architecture mamba", "supported: llama");
    }

    @Test
    void refusesPartsItDoesNotKnow() {
        gguf.floats("blk.0.attn_q.bias", new float[64], 64);
        assertRefused("blk.0.attn_q.bias");
    }

    @Test
    void refusesAMissingPart() {
        gguf.put("llama.block_count", 6L);
        assertRefused("llama.block_count is 6", "5 layers at most");
    }

    @Test
    void refusesSizesThatTheFileHasNoTensorsFor() {
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("llama.block_count", 2_147_483_647L);
        wrong.put("llama.embedding_length", 1_000_000L);
        wrong.put("llama.attention.head_count", 4_000L);
        wrong.put("llama.attention.head_count_kv", 3L);
        wrong.put("llama.attention.key_length", 4_000_000_000L);
        wrong.put("llama.feed_forward_length", 2_000_000_000L);
        wrong.put("llama.context_length", 2_000_000_000L);
        wrong.put("llama.rope.freq_base", 0f);
        wrong.put("llama.attention.layer_norm_rms_epsilon", Float.NaN);
        wrong.put("tokenizer.ggml.bos_token_id", 99_999L);
        wrong.forEach((key, value) -> {
            Object right = gguf.get(key);
            gguf.put(key, value);
            assertRefused("stories.gguf");
            if (right == null) {
                gguf.remove(key);
            } else {
                gguf.put(key, right);
            }
        });
    }

    @Test
    void refusesScalingUnderItsOlderNames() {
        gguf.put("llama.rope.scaling.factor", 4f);
        assertRefused("scaling linear by 4.0");
        gguf.remove("llama.rope.scaling.factor").put("llama.rope.scale_linear", 4f);
        assertRefused("scaling linear by 4.0");
        gguf.remove("llama.rope.scale_linear").floats("rope_freqs.weight", new float[4], 4);
        assertRefused("rope_freqs.weight", "plain rotation");
    }

    @Test
    void refusesScaledRotation() {
        gguf.put("llama.rope.scaling.type", "yarn");
        assertRefused("scaling yarn");
    }

    @Test
    void refusesAnUnknownCutAndAnUnknownTokenizer() {
        gguf.put("tokenizer.ggml.pre", "llama-bpe");
        assertRefused("\"llama-bpe\"");
        gguf.put("tokenizer.ggml.model", "bert");
        assertRefused("kind bert", "gpt2 or llama");
    }

    @Test
    void refusesAnUnknownPrecision() throws IOException {
        Path file = gguf.write(folder.resolve("stories.gguf"));
        ImportOptions options = new ImportOptions("s", "int3", null, "here");
        assertThatThrownBy(() -> GgufImport.importGguf(file, folder.resolve("b"), options, step -> {}))
                .hasMessageContaining("unknown precision int3")
                .hasMessageContaining("fp32");
    }

    @Test
    void saysWhatItDoes() throws IOException {
        List<String> steps = new ArrayList<>();
        Path file = gguf.write(folder.resolve("stories.gguf"));
        GgufImport.importGguf(file, folder.resolve("b"), ImportOptions.named("b"), steps::add);
        assertThat(steps).first().isEqualTo("reading stories.gguf");
        assertThat(steps).contains("writing body.onnx", "writing head.onnx");
    }
}
