package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTableTest {
    @TempDir
    Path folder;

    @Test
    void rowsAreTheModels() throws IOException {
        float[] embedding =
                StoriesModel.read(StoriesBundleTest.SOURCES).weights().embedding();
        float[][] rows = EmbeddingTable.read(StoriesBundles.committed(), id -> id != 3);
        int width = embedding.length / rows.length;
        assertThat(rows[3]).isNull();
        assertThat(rows[0]).containsExactly(Arrays.copyOf(embedding, width));
        assertThat(rows[rows.length - 1])
                .containsExactly(Arrays.copyOfRange(embedding, embedding.length - width, embedding.length));
    }

    @Test
    void aBodyWithoutTheTableIsNamedWithTheRemedy() throws IOException {
        Bundle whole = StoriesBundles.committed();
        Files.copy(whole.head(), folder.resolve(Bundle.BODY));
        assertThatThrownBy(() -> EmbeddingTable.read(new Bundle(folder, whole.manifest()), id -> true))
                .isInstanceOf(BundleException.class)
                .hasMessageContainingAll("body.onnx", "no constant embedding", "--model");
    }

    @Test
    void aTableOfAnotherSizeOrCutShortIsRefused() throws IOException {
        Bundle whole = StoriesBundles.committed();
        Files.copy(whole.body(), folder.resolve(Bundle.BODY));
        assertThatThrownBy(() -> EmbeddingTable.read(new Bundle(folder, wider(whole.manifest())), id -> true))
                .hasMessageContaining("no table of 512 by 65 floats");
        byte[] bytes = Files.readAllBytes(whole.body());
        for (int length = 0; length < bytes.length; length += 1 + bytes.length / 50) {
            Files.write(folder.resolve(Bundle.BODY), Arrays.copyOf(bytes, length));
            assertEndsWell(new Bundle(folder, whole.manifest()));
        }
        Files.copy(whole.tokenizer(), folder.resolve(Bundle.BODY), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> EmbeddingTable.read(new Bundle(folder, whole.manifest()), id -> true))
                .isInstanceOf(BundleException.class);
    }

    /** With the whole table, where the cut is behind it, or in one line. */
    private static void assertEndsWell(Bundle bundle) {
        try {
            assertThat(Arrays.asList(EmbeddingTable.read(bundle, id -> true))).doesNotContainNull();
        } catch (BundleException e) {
            assertThat(e).hasMessageContaining("body.onnx");
        }
    }

    private static BundleManifest wider(BundleManifest m) {
        return new BundleManifest(
                m.id(),
                m.name(),
                m.architecture(),
                m.sourceFile(),
                m.sourceSha256(),
                m.importerVersion(),
                m.precision(),
                m.startToken(),
                m.tokenizerHash(),
                m.vocabulary(),
                m.hiddenSize() + 1,
                m.contextLength(),
                m.pooledLayers(),
                m.license(),
                m.origin(),
                Map.of());
    }
}
