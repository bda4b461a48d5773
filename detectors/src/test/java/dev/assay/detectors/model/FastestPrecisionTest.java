package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is chosen on which CPU, and for how long. */
class FastestPrecisionTest {
    private static final Cpu VNNI = new Cpu("Xeon", "amd64 avx2 avx512f avx512_vnni");
    private static final Cpu AVX2 = new Cpu("EPYC", "amd64 avx avx2 fma f16c");
    private static final Cpu OTHER_AVX2 = new Cpu("Core", "amd64 avx avx2 fma f16c");

    @TempDir
    Path folder;

    private final AtomicInteger trials = new AtomicInteger();

    @Test
    void withVnniFlagsTell() {
        assertThat(on(VNNI, 2).fastest()).hasToString("int8: this CPU has avx512_vnni");
        assertThat(on(new Cpu("Core Ultra", "amd64 avx2 avx_vnni"), 2).inUse())
                .hasToString("int8: this CPU has avx_vnni");
        assertThat(trials).hasValue(0);
        assertThat(file()).doesNotExist();
    }

    @Test
    void withoutVnniAProductIsTimed() {
        assertThat(on(AVX2, 1.04).fastest())
                .hasToString("fp32: products in int8 take 1.04 of its time on this CPU, which has no VNNI");
        assertThat(on(OTHER_AVX2, 0.734).fastest())
                .hasToString("int8: its products take 0.73 of fp32's time on this CPU, which has no VNNI");
        assertThat(on(new Cpu("Neoverse", "aarch64 asimd asimddp"), 0.5)
                        .fastest()
                        .precision())
                .isEqualTo("int8");
        assertThat(file()).as("looking alone leaves no trace").doesNotExist();
    }

    @Test
    void whatWasMeasuredHoldsForCpusOfThatKind() {
        assertThat(on(AVX2, 1.04).inUse().precision()).isEqualTo("fp32");
        assertThat(on(AVX2, 0.5).inUse().precision()).isEqualTo("fp32");
        assertThat(on(AVX2, 0.5).fastest().precision()).isEqualTo("fp32");
        assertThat(trials).hasValue(1);
        assertThat(on(OTHER_AVX2, 0.7).inUse().precision()).isEqualTo("int8");
        assertThat(on(AVX2, 0.5).inUse().precision()).isEqualTo("fp32");
        assertThat(trials).hasValue(2);
    }

    @Test
    void whatSomebodyAskedForIsUsedButIsNotTheFastest() throws IOException {
        for (Cpu cpu : new Cpu[] {VNNI, OTHER_AVX2}) {
            FastestPrecision precisions = on(cpu, 0.7);
            precisions.use(FastestPrecision.asked(Precision.FP32));
            assertThat(precisions.inUse()).hasToString("fp32: as asked for with --precision");
            assertThat(precisions.fastest().precision()).isEqualTo("int8");
            precisions.use(precisions.fastest());
            assertThat(precisions.inUse().precision()).isEqualTo("int8");
        }
    }

    @Test
    void whereNothingCanBeWrittenItIsMeasuredAgain() throws IOException {
        Files.createDirectories(file().resolve("in the way"));
        assertThat(on(AVX2, 1.04).inUse().precision()).isEqualTo("fp32");
        assertThat(on(AVX2, 1.04).inUse().precision()).isEqualTo("fp32");
        assertThat(trials).hasValue(2);
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        Files.writeString(file(), "{\"EPYC\": ");
        assertThatThrownBy(() -> on(AVX2, 1).inUse())
                .isInstanceOf(BundleException.class)
                .hasMessageContainingAll(file().toString(), "delete it")
                .hasMessageNotContaining("\n");
    }

    @Test
    void theTrialTimesBoth() {
        assertThat(PrecisionTrial.int8ByFp32()).isPositive().isFinite();
    }

    private FastestPrecision on(Cpu cpu, double ratio) {
        DoubleSupplier trial = () -> {
            trials.incrementAndGet();
            return ratio;
        };
        return new FastestPrecision(cpu, trial, new PrecisionChoices(file()));
    }

    private Path file() {
        return folder.resolve("precisions.json");
    }
}
