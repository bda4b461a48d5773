package dev.assay.connectors.source;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How far a file is read, as Connect stores it in the transaction of the events themselves.
 *
 * @param position bytes read, of the text inside where the file is compressed
 * @param lines lines read
 * @param head what the file begins with, {@code LENGTH:SHA-256}: another file under the same name is told by it
 * @param damagedAt size of a compressed file that could not be read any further, else −1
 */
record FileOffset(long position, long lines, String head, long damagedAt) {
    static final FileOffset START = new FileOffset(0, 0, "0:", -1);
    static final int HEAD_BYTES = 4096;

    private static final Pattern HEAD_FORM = Pattern.compile("[1-9][0-9]{0,3}:[0-9a-f]{64}");
    private static final String FILE = "file";
    private static final String POSITION = "position";
    private static final String LINES = "lines";
    private static final String HEAD = "head";
    private static final String DAMAGED = "damaged";

    static Map<String, String> partition(String file) {
        return Map.of(FILE, file);
    }

    /**
     * What Connect stored; the start where it stored nothing.
     *
     * @throws IllegalArgumentException in one line, where it is no offset
     */
    static FileOffset of(Map<String, ?> stored) {
        if (stored == null) {
            return START;
        }
        Object head = stored.get(HEAD);
        return new FileOffset(
                number(stored, POSITION),
                number(stored, LINES),
                head(head == null ? START.head : head),
                stored.get(DAMAGED) == null ? -1 : number(stored, DAMAGED));
    }

    /**
     * Checks what a user wants stored.
     *
     * @throws IllegalArgumentException where it cannot be read back
     */
    static void check(Map<String, ?> partition, Map<String, ?> offset) {
        if (partition == null || !(partition.get(FILE) instanceof String) || partition.size() != 1) {
            throw new IllegalArgumentException("a partition has one entry, file: the path below the folder");
        }
        if (offset != null) {
            of(offset);
        }
    }

    private static long number(Map<String, ?> stored, String name) {
        Object value = stored.get(name);
        boolean whole = value instanceof Long || value instanceof Integer;
        if (whole && ((Number) value).longValue() >= 0) {
            return ((Number) value).longValue();
        }
        throw new IllegalArgumentException("an offset needs " + name + ", a whole number from 0 on");
    }

    private static String head(Object value) {
        if (value instanceof String text
                && (text.equals(START.head) || HEAD_FORM.matcher(text).matches())) {
            int length = Integer.parseInt(text.substring(0, text.indexOf(':')));
            if (length <= HEAD_BYTES) {
                return text;
            }
        }
        throw new IllegalArgumentException("head of an offset is as Connect shows it, LENGTH:SHA-256, or left out");
    }

    Map<String, Object> toMap() {
        var map = new HashMap<String, Object>(Map.of(POSITION, position, LINES, lines, HEAD, head));
        if (damagedAt >= 0) {
            map.put(DAMAGED, damagedAt);
        }
        return map;
    }

    /** Whether a file that begins with these bytes is the one that was read. */
    boolean continues(byte[] beginning) {
        int length = Integer.parseInt(head.substring(0, head.indexOf(':')));
        return length <= beginning.length && head.equals(head(beginning, length));
    }

    static String head(byte[] beginning, int length) {
        if (length == 0) {
            return START.head;
        }
        MessageDigest digest = LineReader.sha256();
        digest.update(beginning, 0, length);
        return length + ":" + HexFormat.of().formatHex(digest.digest());
    }
}
