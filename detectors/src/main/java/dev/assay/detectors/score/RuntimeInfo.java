package dev.assay.detectors.score;

import dev.assay.detectors.model.Cpu;

/**
 * What, besides the bundle, decides a score's last bits.
 *
 * @param onnxRuntime version of ONNX Runtime
 * @param cpuFeatures architecture and instruction sets, {@link Cpu#features}
 */
public record RuntimeInfo(String onnxRuntime, String cpuFeatures) {
    /** Of this process. */
    public static RuntimeInfo detect() {
        return new RuntimeInfo(
                OnnxRuntime.ENVIRONMENT.getVersion(), Cpu.detect().features());
    }
}
