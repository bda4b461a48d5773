package dev.assay.detectors.tokenize;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Tokens of a SentencePiece-like tokenizer with byte fallback (Llama 2): {@code ▁} (U+2581) spells a space, one of them stands
 * before the text and has no width, and a token such as {@code <0xE2>} is a single byte.
 */
final class SpacePrefixTokens implements TokenBytes {
    private static final byte[] MARK = "\u2581".getBytes(StandardCharsets.UTF_8);
    private static final byte SPACE = ' ';
    private final Map<Integer, byte[]> spellings = new HashMap<>();
    private final Map<Integer, Byte> bytes = new HashMap<>();

    SpacePrefixTokens(Map<Integer, String> vocabulary) {
        vocabulary.forEach((id, spelling) -> {
            if (spelling.matches("<0x[0-9A-F]{2}>")) {
                bytes.put(id, (byte) Integer.parseInt(spelling.substring(3, 5), 16));
            } else {
                spellings.put(id, spelling.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    @Override
    public int[] ends(int[] ids, byte[] utf8) {
        int[] ends = new int[ids.length];
        int at = 0;
        for (int i = 0; i < ids.length; i++) {
            Byte single = bytes.get(ids[i]);
            if (single == null) {
                at = walk(spellings.get(ids[i]), i == 0, utf8, at);
            } else {
                require(at < utf8.length && utf8[at] == single, at);
                at++;
            }
            ends[i] = at;
        }
        require(at == utf8.length, at);
        return ends;
    }

    /** Where the token that begins at {@code at} ends; the mark before the text is passed over. */
    private static int walk(byte[] spelling, boolean first, byte[] utf8, int at) {
        int next = at;
        int k = first && startsWith(spelling, 0, MARK) ? MARK.length : 0;
        while (k < spelling.length) {
            require(next < utf8.length, next);
            if (utf8[next] == SPACE && startsWith(spelling, k, MARK)) {
                next++;
                k += MARK.length;
            } else {
                // A mark that the text itself holds is three bytes of it, like any other character.
                require(utf8[next] == spelling[k], next);
                next++;
                k++;
            }
        }
        return next;
    }

    private static boolean startsWith(byte[] spelling, int from, byte[] prefix) {
        return spelling.length >= from + prefix.length
                && Arrays.equals(spelling, from, from + prefix.length, prefix, 0, prefix.length);
    }

    private static void require(boolean spells, int at) {
        if (!spells) {
            throw new IllegalStateException("the tokens do not spell the text at byte " + at);
        }
    }
}
