package dev.assay.detectors.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.calibrate.Calibrations;
import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.BundleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitFileTest {
    private static final ProbeModel PROBE = new ProbeModel(List.of(2, 3), new float[] {1, -2.5f, 0, 7});
    private static final Map<String, Standard> STANDARDS =
            Map.of("probe", new Standard(1, 2), "clean-surprisal", new Standard(-0.5, 0.1));
    private static final DocumentIdentity SEEN = DocumentIdentity.of("seen");

    @TempDir
    Path folder;

    private Bundle bundle;

    @BeforeEach
    void openBundle() {
        bundle = new Bundle(folder, Calibrations.model("fp32"));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Fit fit = fit("one", bundle.id(), Fit.WHOLE);
        FitFile.write(fit, file());
        Fit read = FitFile.find(bundle, "").orElseThrow();
        assertThat(read.certificate()).isEqualTo(fit.certificate());
        assertThat(read.id()).isEqualTo(fit.id()).hasSize(64);
        assertThat(read.probe().weights()).containsExactly(PROBE.weights());
        assertThat(read.standards()).isEqualTo(STANDARDS);
        assertThat(read.hasSeen(SEEN)).isTrue();
        assertThat(read.hasSeen(DocumentIdentity.of("unseen"))).isFalse();
    }

    @Test
    void itIsFoundByIdOrFileOrNotAtAll() throws IOException {
        Fit fit = fit("one", bundle.id(), Fit.WHOLE);
        FitFile.write(fit, file());
        Path other = folder.resolve("other.bin");
        FitFile.write(fit("other", bundle.id(), Fit.WHOLE), other);
        assertThat(FitFile.find(bundle, fit.id().substring(0, 8))).isPresent();
        assertThat(FitFile.find(bundle, other.toString())
                        .orElseThrow()
                        .certificate()
                        .name())
                .isEqualTo("other");
        assertThat(FitFile.find(bundle, "none")).isEmpty();
        assertThatThrownBy(() -> FitFile.find(bundle, fit.id().substring(0, 7)))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("neither a file nor the one for model");
    }

    @Test
    void aModelThatNothingWasLearnedForHasNone() {
        assertThat(FitFile.find(bundle, "")).isEmpty();
    }

    @Test
    void anotherModelsIsRefused() throws IOException {
        FitFile.write(fit("one", "other", Fit.WHOLE), file());
        assertThatThrownBy(() -> FitFile.find(bundle, ""))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("is for other models than")
                .hasMessageContaining("assay train");
    }

    @Test
    void everyByteOfTheNumbersCounts() throws IOException {
        FitFile.write(fit("one", bundle.id(), Fit.WHOLE), file());
        byte[] bytes = Files.readAllBytes(file());
        for (int i = 0; i < bytes.length - Integer.BYTES - Long.BYTES; i++) {
            byte[] altered = bytes.clone();
            altered[i] ^= 1;
            Files.write(file(), altered);
            String id = fit("one", bundle.id(), Fit.WHOLE).id();
            assertThat(isRefusedOrAnother(id)).as("byte " + i).isTrue();
        }
        Files.write(file(), Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> FitFile.find(bundle, "")).isInstanceOf(BundleException.class);
    }

    /** The certificate may say something else; then it is another fit. */
    private boolean isRefusedOrAnother(String id) {
        try {
            Fit read = FitFile.find(bundle, "").orElseThrow();
            return !read.id().equals(id) || read.fold() != Fit.WHOLE;
        } catch (BundleException e) {
            return true;
        }
    }

    @Test
    void theOneThatShipsIsSmallAndForBothPrecisions() throws IOException {
        Fit shipped = FitFile.shipped().orElseThrow();
        assertThat(shipped.certificate().name()).isEqualTo("assay-1");
        assertThat(shipped.certificate().bundles()).hasSize(2);
        assertThat(shipped.certificate().rows())
                .noneMatch(rows -> rows.source().contains("unknown"))
                .allMatch(rows -> rows.source().matches(".* \\(.+\\)"));
        Path whole = folder.resolve("whole");
        Path learned = folder.resolve("learned");
        FitFile.write(shipped, whole);
        FitFile.write(
                new Fit(
                        shipped.certificate(),
                        shipped.fold(),
                        shipped.probe(),
                        Optional.empty(),
                        shipped.standards(),
                        new long[0]),
                learned);
        assertThat(Files.size(learned)).isLessThan(100_000);
        assertThat(Files.size(whole)).isLessThan(8_000_000);
    }

    private Path file() {
        return folder.resolve(FitFile.NAME);
    }

    private static Fit fit(String name, String bundle, int fold) {
        FitCertificate certificate = new FitCertificate(
                name,
                "0",
                bundle,
                List.of(bundle),
                PROBE.layers(),
                0.5,
                160,
                32,
                1,
                1,
                List.of("swap"),
                FitFile.hash(PROBE, Optional.empty(), STANDARDS),
                List.of(new FitCertificate.Rows("s (MIT)", "human", 2, 1)));
        return new Fit(certificate, fold, PROBE, Optional.empty(), STANDARDS, new long[] {Fit.bits(SEEN)});
    }
}
