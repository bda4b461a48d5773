package dev.assay.detectors.decide;

import dev.assay.detectors.normalize.NormalizedText;

/** The way from bytes of the normalized text's UTF-8 to bytes and code points of the original. */
final class OriginalOffsets {
    private final NormalizedText text;
    private final int[] unitOfByte; // UTF-16 unit of the normalized text that holds each byte of its UTF-8
    private final int[] bytesBefore; // UTF-8 bytes before each UTF-16 unit of the original, and at its end
    private final int[] charactersBefore; // code points before each UTF-16 unit of the original, and at its end

    OriginalOffsets(NormalizedText text) {
        this.text = text;
        String original = text.original();
        bytesBefore = new int[original.length() + 1];
        charactersBefore = new int[original.length() + 1];
        for (int i = 0; i < original.length(); ) {
            int codePoint = original.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            for (int unit = i + 1; unit <= next; unit++) {
                bytesBefore[unit] = bytesBefore[i] + utf8Length(codePoint);
                charactersBefore[unit] = charactersBefore[i] + 1;
            }
            i = next;
        }
        unitOfByte = unitsOfBytes(text.text());
    }

    /** Index in the original where the character begins that holds byte {@code normalizedByte}. */
    int start(int normalizedByte) {
        return text.starts()[unitOfByte[normalizedByte]];
    }

    /** Index in the original after the character that holds the last byte before {@code normalizedByte}. */
    int end(int normalizedByte) {
        return text.ends()[unitOfByte[normalizedByte - 1]];
    }

    /** UTF-8 bytes before index {@code unit} of the original. */
    long bytes(int unit) {
        return bytesBefore[unit];
    }

    /** Code points before index {@code unit} of the original. */
    long characters(int unit) {
        return charactersBefore[unit];
    }

    private static int[] unitsOfBytes(String normalized) {
        int bytes = normalized.codePoints().map(OriginalOffsets::utf8Length).sum();
        int[] units = new int[bytes];
        int at = 0;
        for (int i = 0; i < normalized.length(); ) {
            int codePoint = normalized.codePointAt(i);
            for (int b = utf8Length(codePoint); b > 0; b--) {
                units[at++] = i;
            }
            i += Character.charCount(codePoint);
        }
        return units;
    }

    private static int utf8Length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
