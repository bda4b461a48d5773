package dev.assay.detectors.score;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What, besides the bundle, decides a score's last bits.
 *
 * @param onnxRuntime version of ONNX Runtime
 * @param cpuFeatures architecture and the instruction sets by which ONNX Runtime picks its kernels, such as {@code amd64 avx avx2 fma}
 */
public record RuntimeInfo(String onnxRuntime, String cpuFeatures) {
    // As Linux spells them; x86 first, then Arm.
    private static final List<String> KERNELS = List.of(
            "avx",
            "avx2",
            "fma",
            "f16c",
            "avx_vnni",
            "avx512f",
            "avx512bw",
            "avx512dq",
            "avx512vl",
            "avx512_vnni",
            "avx512_bf16",
            "amx_tile",
            "amx_int8",
            "amx_bf16",
            "asimd",
            "asimdhp",
            "asimddp",
            "i8mm",
            "bf16",
            "sve",
            "sve2");
    private static final List<String> X86 = List.of("amd64", "x86_64");
    private static final List<String> VNNI = List.of("avx_vnni", "avx512_vnni");
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** Of this process. */
    public static RuntimeInfo detect() {
        return new RuntimeInfo(OnnxRuntime.ENVIRONMENT.getVersion(), features(cpuInfo()));
    }

    /**
     * Whether this CPU adds two products of an unsigned and a signed byte in 16 bits, where they do not fit: x86 without VNNI, or not
     * known to have it.
     */
    boolean saturates() {
        List<String> features = List.of(cpuFeatures.split(" "));
        return X86.contains(features.get(0)) && VNNI.stream().noneMatch(features::contains);
    }

    /** Architecture, then the kernels' features among the flags of the first CPU; the architecture alone where there are none. */
    static String features(List<String> cpuInfo) {
        Set<String> flags = cpuInfo.stream()
                .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                .limit(1)
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .collect(Collectors.toSet());
        String found = KERNELS.stream().filter(flags::contains).collect(Collectors.joining(" "));
        return (System.getProperty("os.arch") + " " + found).strip();
    }

    private static List<String> cpuInfo() {
        try {
            return Files.isReadable(CPU_INFO) ? Files.readAllLines(CPU_INFO, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            // No Linux, or a sandbox: the architecture has to do.
            return List.of();
        }
    }
}
