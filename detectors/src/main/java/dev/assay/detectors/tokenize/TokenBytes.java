package dev.assay.detectors.tokenize;

/**
 * How many bytes of a text each of its tokens stands for. A library's own offsets are in code points, and tokens inside one
 * character share a span there; the bytes follow from how the tokenizer spells them.
 */
interface TokenBytes {
    /**
     * The byte after each token.
     *
     * @param ids the text's tokens (n)
     * @param utf8 the text
     * @return ends in {@code utf8} (n), ascending, the last one being its length
     * @throws IllegalStateException when the tokens do not spell the text; names no text
     */
    int[] ends(int[] ids, byte[] utf8);
}
