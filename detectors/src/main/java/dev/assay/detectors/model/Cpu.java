package dev.assay.detectors.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A CPU, as far as scores and their speed depend on it.
 *
 * @param name its model, such as {@code AMD EPYC 7B12}; the architecture where the system does not say
 * @param features architecture and the instruction sets by which ONNX Runtime picks its kernels, such as {@code amd64 avx avx2 fma}
 */
public record Cpu(String name, String features) {
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

    /** The CPU that this process runs on. */
    public static Cpu detect() {
        return of(System.getProperty("os.arch"), cpuInfo());
    }

    /** From the architecture and the lines of {@code /proc/cpuinfo}, of which the first CPU counts; there need be none. */
    static Cpu of(String architecture, List<String> cpuInfo) {
        Set<String> flags = cpuInfo.stream()
                .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                .limit(1)
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .collect(Collectors.toSet());
        String found = KERNELS.stream().filter(flags::contains).collect(Collectors.joining(" "));
        String name = cpuInfo.stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(architecture);
        return new Cpu(name, (architecture + " " + found).strip());
    }

    /** The instruction set that multiplies four bytes and adds the products in 32 bits; empty where it is not known to be there. */
    String vnni() {
        return VNNI.stream().filter(list()::contains).findFirst().orElse("");
    }

    /**
     * Whether this CPU adds two products of an unsigned and a signed byte in 16 bits, where they do not fit: x86 without VNNI, or not
     * known to have it.
     */
    public boolean saturates() {
        return X86.contains(list().get(0)) && vnni().isEmpty();
    }

    private List<String> list() {
        return List.of(features.split(" "));
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
