package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeInfoTest {
    @Test
    void namesTheKernelsFeaturesOnly() {
        String features = RuntimeInfo.features(
                List.of("model name : A", "flags\t\t: fpu avx2 sse avx512f avx", "flags\t\t: amx_tile"));
        assertThat(features).isEqualTo(System.getProperty("os.arch") + " avx avx2 avx512f");
    }

    @Test
    void elsewhereTheArchitectureHasToDo() {
        assertThat(RuntimeInfo.features(List.of())).isEqualTo(System.getProperty("os.arch"));
    }

    @Test
    void onlyX86WithoutVnniSaturates() {
        assertThat(new RuntimeInfo("1", "amd64 avx avx2 fma").saturates()).isTrue();
        assertThat(new RuntimeInfo("1", "x86_64").saturates()).isTrue();
        assertThat(new RuntimeInfo("1", "amd64 avx2 avx_vnni").saturates()).isFalse();
        assertThat(new RuntimeInfo("1", "amd64 avx512f avx512_vnni").saturates())
                .isFalse();
        assertThat(new RuntimeInfo("1", "aarch64 asimd").saturates()).isFalse();
    }

    @Test
    void thisProcessHasBoth() {
        RuntimeInfo info = RuntimeInfo.detect();
        assertThat(info.onnxRuntime()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(info.cpuFeatures()).startsWith(System.getProperty("os.arch"));
    }
}
