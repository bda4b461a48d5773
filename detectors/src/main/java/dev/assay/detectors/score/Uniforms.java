package dev.assay.detectors.score;

import dev.assay.detectors.model.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Uniform numbers u(j, c) for sample c at token j: a function of the text, the model's source file and (j, c) alone, so that
 * windows, chunks, precision and the number of samples change none of them.
 *
 * <p>SHA-256 over "source SHA-256 in hex, line feed, normalized text" in UTF-8 gives two keys k₀, k₁ (its first 16 bytes, big
 * endian). With M the output function of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) and γ its increment,
 * u(j, c) = ⌊M((M(k₀ + (j + 1)γ) ⊕ k₁) + (c + 1)γ) / 2¹¹⌋ · 2⁻⁵³, in [0, 1).
 */
final class Uniforms {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;
    private final long k0;
    private final long k1;

    Uniforms(String sourceSha256, String normalizedText) {
        ByteBuffer hash = ByteBuffer.wrap(
                Sha256.digest().digest((sourceSha256 + "\n" + normalizedText).getBytes(StandardCharsets.UTF_8)));
        k0 = hash.getLong();
        k1 = hash.getLong();
    }

    /** u(j, c) for c = 0 … {@code into.length} − 1. */
    void fill(int token, double[] into) {
        long stream = mix(k0 + (token + 1) * GAMMA) ^ k1;
        for (int c = 0; c < into.length; c++) {
            into[c] = (mix(stream + (c + 1) * GAMMA) >>> 11) * UNIT;
        }
    }

    private static long mix(long state) {
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
