package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CpuTest {
    @Test
    void isNamedWithTheFeaturesOfKernelsOnly() {
        Cpu cpu = Cpu.of(
                "amd64",
                List.of("model name\t: Some CPU @ 2 GHz", "flags\t\t: fpu avx2 sse avx512f avx", "flags\t: fma"));
        assertThat(cpu).isEqualTo(new Cpu("Some CPU @ 2 GHz", "amd64 avx avx2 avx512f"));
    }

    @Test
    void elsewhereTheArchitectureHasToDo() {
        assertThat(Cpu.of("aarch64", List.of())).isEqualTo(new Cpu("aarch64", "aarch64"));
    }

    @Test
    void onlyX86WithoutVnniSaturates() {
        assertThat(with("amd64 avx avx2 fma").saturates()).isTrue();
        assertThat(with("amd64 avx avx2 fma avx512f avx512bw").saturates()).isTrue();
        assertThat(with("x86_64").saturates()).isTrue();
        assertThat(with("amd64 avx2 avx_vnni").saturates()).isFalse();
        assertThat(with("amd64 avx512f avx512_vnni").saturates()).isFalse();
        assertThat(with("aarch64 asimd").saturates()).isFalse();
    }

    @Test
    void thisOneHasItsArchitecture() {
        assertThat(Cpu.detect().features()).startsWith(System.getProperty("os.arch"));
        assertThat(Cpu.detect().name()).isNotBlank();
    }

    private static Cpu with(String features) {
        return new Cpu("a CPU", features);
    }
}
