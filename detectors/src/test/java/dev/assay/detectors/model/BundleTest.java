package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        for (String name : new String[] {Bundle.BODY, Bundle.HEAD, Bundle.TOKENIZER}) {
            Files.writeString(directory.resolve(name), "content of " + name);
        }
        Bundle.write(directory, manifest(0));
    }

    private BundleManifest manifest(int startToken) throws IOException {
        String tokenizer = Sha256.of(directory.resolve(Bundle.TOKENIZER));
        Map<String, String> files = Map.of(
                Bundle.BODY, Sha256.of(directory.resolve(Bundle.BODY)),
                Bundle.HEAD, Sha256.of(directory.resolve(Bundle.HEAD)),
                Bundle.TOKENIZER, tokenizer);
        String id = BundleManifest.identity("00", 1, "fp32", 0, tokenizer);
        return new BundleManifest(
                id,
                "n",
                "llama",
                "f.gguf",
                "00",
                1,
                "fp32",
                startToken,
                tokenizer,
                8,
                4,
                16,
                List.of(1, 2),
                "MIT",
                "here",
                files);
    }

    @Test
    void readsBackWhatWasWritten() throws IOException {
        assertThat(Bundle.open(directory)).isEqualTo(new Bundle(directory, manifest(0)));
    }

    @Test
    void calibrationsAreOutsideIntegrity() throws IOException {
        Files.createDirectories(directory.resolve(Bundle.CALIBRATIONS));
        Files.writeString(directory.resolve(Bundle.CALIBRATIONS).resolve("new.json"), "{}");
        assertThat(Bundle.open(directory).id()).hasSize(64);
    }

    @Test
    void identityIsTheHashOfItsFiveParts() {
        assertThat(BundleManifest.identity("ab", 1, "fp32", 0, "cd")).isEqualTo(Sha256.of("ab\n1\nfp32\n0\ncd"));
    }

    @Test
    void namesAnAlteredFileAndTheRemedy() throws IOException {
        Files.writeString(directory.resolve(Bundle.HEAD), "content of h");
        assertThatThrownBy(() -> Bundle.open(directory))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("head.onnx is truncated or was altered; import or pull the model again")
                .hasMessageNotContaining("\n");
    }

    @Test
    void namesAMissingFile() throws IOException {
        Files.delete(directory.resolve(Bundle.BODY));
        assertThatThrownBy(() -> Bundle.open(directory)).hasMessageContaining("body.onnx is missing");
    }

    @Test
    void refusesADirectoryWithoutManifest(@TempDir Path empty) {
        assertThatThrownBy(() -> Bundle.open(empty)).hasMessageContaining("bundle.json is missing");
    }

    @Test
    void refusesAManifestThatIsNotWhole() throws IOException {
        String whole = Files.readString(directory.resolve(Bundle.MANIFEST));
        for (String broken : List.of(
                "null",
                "{}",
                "[]",
                whole.replace("\"body.onnx\"", "\"../body.onnx\""),
                whole.replace("\"body.onnx\"", "\"/etc/passwd\""),
                whole.replace("f.gguf", "../f.gguf"),
                whole.replace("\"vocabulary\" : 8", "\"vocabulary\" : -1"),
                whole.replace("\"sourceSha256\" : \"00\"", "\"sourceSha256\" : null"),
                whole + " ".repeat(1 << 20))) {
            Files.writeString(directory.resolve(Bundle.MANIFEST), broken);
            assertThatThrownBy(() -> Bundle.open(directory))
                    .as(broken.strip())
                    .isInstanceOf(BundleException.class)
                    .hasMessageContainingAll("bundle.json", "import or pull the model again")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void refusesAManifestThatIsNoJson() throws IOException {
        Files.writeString(directory.resolve(Bundle.MANIFEST), "{\"id\": ");
        assertThatThrownBy(() -> Bundle.open(directory))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("bundle.json is not a bundle's manifest");
    }

    @Test
    void refusesAManifestWhoseIdIsOfAnotherStartToken() throws IOException {
        Bundle.write(directory, manifest(1));
        assertThatThrownBy(() -> Bundle.open(directory)).hasMessageContaining("its id does not match");
    }

    @Test
    void refusesAManifestWithoutItsFields() throws IOException {
        Files.writeString(directory.resolve(Bundle.MANIFEST), "{}");
        assertThatThrownBy(() -> Bundle.open(directory)).isInstanceOf(BundleException.class);
    }
}
