package dev.assay.detectors.tokenize;

import dev.assay.detectors.normalize.NormalizedText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text's tokens, without special tokens.
 *
 * @param text what was tokenized
 * @param ids token ids (n)
 * @param byteStarts first byte of each token in the UTF-8 of the normalized text (n)
 * @param byteEnds byte after each token (n); {@code byteEnds[i] == byteStarts[i + 1]} for a byte-level tokenizer
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention; copied nowhere on the hot path
public record Tokens(NormalizedText text, int[] ids, int[] byteStarts, int[] byteEnds) {
    /** Number of tokens. */
    public int count() {
        return ids.length;
    }

    /** UTF-8 bytes of tokens {@code from} (inclusive) to {@code to} (exclusive). */
    public int bytes(int from, int to) {
        return from >= to ? 0 : byteEnds[to - 1] - byteStarts[from];
    }

    /** The UTF-8 that the tokens spell; empty without tokens. */
    public byte[] utf8() {
        return count() == 0
                ? new byte[0]
                : Arrays.copyOfRange(
                        text.text().getBytes(StandardCharsets.UTF_8), byteStarts[0], byteEnds[count() - 1]);
    }

    /** Tokens {@code from} (inclusive) to {@code to} (exclusive), at the same offsets in the same text. */
    public Tokens slice(int from, int to) {
        return new Tokens(
                text,
                Arrays.copyOfRange(ids, from, to),
                Arrays.copyOfRange(byteStarts, from, to),
                Arrays.copyOfRange(byteEnds, from, to));
    }
}
