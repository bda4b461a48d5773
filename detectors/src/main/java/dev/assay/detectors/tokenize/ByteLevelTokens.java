package dev.assay.detectors.tokenize;

import java.util.Map;

/**
 * Tokens of a byte-level tokenizer (GPT-2 and its heirs): its alphabet has one character per byte, so a token has as many bytes
 * as its spelling has characters.
 */
final class ByteLevelTokens implements TokenBytes {
    private final int[] lengths; // bytes per token id (V)

    ByteLevelTokens(Map<Integer, String> spellings) {
        lengths = new int[spellings.keySet().stream().mapToInt(i -> i + 1).max().orElse(0)];
        spellings.forEach((id, spelling) -> lengths[id] = spelling.length());
    }

    @Override
    public int[] ends(int[] ids, byte[] utf8) {
        int[] ends = new int[ids.length];
        int at = 0;
        for (int i = 0; i < ids.length; i++) {
            at += lengths[ids[i]];
            ends[i] = at;
        }
        if (at != utf8.length) {
            throw new IllegalStateException("the tokens spell " + at + " bytes of a text of " + utf8.length);
        }
        return ends;
    }
}
