package dev.assay.streams.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.BundleManifest;
import dev.assay.detectors.model.PrecisionChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which precision is named on which CPU. */
class PrecisionCheckTest {
    private static final PrecisionChoice INT8 = new PrecisionChoice("int8", "this CPU has avx512_vnni", false);
    private static final PrecisionChoice FP32 = new PrecisionChoice("fp32", "products in int8 take as long", false);

    @Test
    void theFastestIsWell() {
        assertThat(look("int8", true, INT8).status()).isEqualTo(Finding.Status.OK);
        assertThat(look("fp32", true, FP32).says())
                .isEqualTo("the fastest here is fp32: products in int8 take as long");
    }

    @Test
    void aSlowerOneIsNamedWithTheRemedy() {
        assertThat(look("int8", true, FP32)).satisfies(finding -> {
            assertThat(finding.status()).isEqualTo(Finding.Status.NOTED);
            assertThat(finding.says())
                    .startsWith("int8, where the fastest is fp32")
                    .contains("`assay models pull`", "docs/precision.md");
        });
        assertThat(look("fp32", true, INT8).says())
                .startsWith("fp32, where the fastest is int8: this CPU has avx512_vnni; ")
                .contains("`assay models pull`");
    }

    @Test
    void ofAnotherModelOnlyInt8CanBeTheWrongChoice() {
        assertThat(look("int8", false, FP32).says()).contains("`assay models import FILE --precision fp32`");
        assertThat(look("fp32", false, INT8).status()).isEqualTo(Finding.Status.OK);
    }

    @Test
    void withoutAModelThereIsNothingToLookAt() {
        Once<Bundle> none = new Once<>(() -> {
            throw new IllegalStateException("no model");
        });
        assertThat(new PrecisionCheck(none, () -> INT8, () -> true).run().status())
                .isEqualTo(Finding.Status.SKIPPED);
    }

    private static Finding look(String precision, boolean isDefault, PrecisionChoice fastest) {
        BundleManifest manifest = new BundleManifest(
                "id", "m", "llama", "m.gguf", "00", 1, precision, 1, "00", 512, 64, 512, List.of(), "MIT", "here",
                Map.of());
        Bundle bundle = new Bundle(Path.of("models", "id"), manifest);
        return new PrecisionCheck(new Once<>(() -> bundle), () -> fastest, () -> isDefault).run();
    }
}
