package dev.assay.detectors.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What {@code bundle.json} says of a bundle.
 *
 * @param id the bundle's identity, {@link #identity}
 * @param name what people call it, such as {@code smollm2-135m-instruct}
 * @param architecture model family, such as {@code llama}
 * @param sourceFile name of the file it was imported from
 * @param sourceSha256 SHA-256 of that file, hex; seeds sampling, so that all precisions draw the same uniforms
 * @param importerVersion version of the importer's arithmetic; changes when scores may
 * @param precision how products are computed, such as {@code fp32}
 * @param startToken document-start token d: stands before every text, never scored (METHODS §1)
 * @param tokenizerHash SHA-256 of {@code tokenizer.json}, hex
 * @param vocabulary V, width of the logits
 * @param hiddenSize H, width of the hidden states
 * @param contextLength most positions the model was trained for, the start token included
 * @param pooledLayers layers, counted from 0, whose states {@code body.onnx} gives out in sums; empty for a bundle made before 0.2.0
 * @param license licence of the weights, SPDX where there is one
 * @param origin where the weights come from
 * @param files SHA-256 of each file of the bundle, by name; guards integrity, never identity
 */
public record BundleManifest(
        String id,
        String name,
        String architecture,
        String sourceFile,
        String sourceSha256,
        int importerVersion,
        String precision,
        int startToken,
        String tokenizerHash,
        int vocabulary,
        int hiddenSize,
        int contextLength,
        List<Integer> pooledLayers,
        String license,
        String origin,
        Map<String, String> files) {
    private static final Pattern NO_PATH = Pattern.compile("[^/\\\\:\\p{Cntrl}]+");

    /** Keeps the files in order of name, unmodifiable. */
    public BundleManifest {
        pooledLayers = pooledLayers == null ? List.of() : List.copyOf(pooledLayers);
        files = files == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /**
     * This manifest, where it says all that it must and its files lie in its own folder.
     *
     * @throws NullPointerException where something is missing
     * @throws IllegalArgumentException where a number or a file's name cannot be
     */
    BundleManifest complete() {
        List.of(id, name, architecture, sourceFile, sourceSha256, precision, tokenizerHash);
        if (vocabulary < 1 || hiddenSize < 1 || contextLength < 1 || startToken < 0) {
            throw new IllegalArgumentException("a size is not one");
        }
        if (pooledLayers.stream().anyMatch(layer -> layer < 0)) {
            throw new IllegalArgumentException("a layer is none");
        }
        files.keySet().forEach(BundleManifest::requirePlain);
        requirePlain(sourceFile);
        return this;
    }

    /** No path, so that no manifest reaches beyond its folder. */
    private static void requirePlain(String file) {
        if (file.isEmpty() || file.startsWith(".") || !NO_PATH.matcher(file).matches()) {
            throw new IllegalArgumentException("a file's name is none");
        }
    }

    /**
     * SHA-256 over what decides a bundle's scores and nothing that differs between machines: constants computed at import may
     * differ in the last bit between CPUs, so the graphs' own hashes are not in it.
     */
    public static String identity(
            String sourceSha256, int importerVersion, String precision, int startToken, String tokenizerHash) {
        return Sha256.of(String.join(
                "\n",
                sourceSha256,
                Integer.toString(importerVersion),
                precision,
                Integer.toString(startToken),
                tokenizerHash));
    }
}
