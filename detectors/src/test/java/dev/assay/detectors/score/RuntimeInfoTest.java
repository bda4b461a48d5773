package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.model.Cpu;
import org.junit.jupiter.api.Test;

class RuntimeInfoTest {
    @Test
    void thisProcessHasBoth() {
        RuntimeInfo info = RuntimeInfo.detect();
        assertThat(info.onnxRuntime()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(info.cpuFeatures()).isEqualTo(Cpu.detect().features());
    }
}
