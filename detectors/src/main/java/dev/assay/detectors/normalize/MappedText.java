package dev.assay.detectors.normalize;

import java.util.Arrays;

/** A text under construction: UTF-16 units, each with the range of the original text it comes from. */
final class MappedText {
    private char[] units;
    private int[] starts;
    private int[] ends;
    private int length;

    MappedText(int capacity) {
        units = new char[Math.max(16, capacity)];
        starts = new int[units.length];
        ends = new int[units.length];
    }

    /** The text itself, each unit coming from itself; surrogates of a pair share the pair's range. */
    static MappedText identity(String text) {
        MappedText mapped = new MappedText(text.length());
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            mapped.append(codePoint, i, end);
            i = end;
        }
        return mapped;
    }

    int length() {
        return length;
    }

    char unit(int index) {
        return units[index];
    }

    int codePoint(int index) {
        return Character.codePointAt(units, index, length);
    }

    /** The code point before {@code index}, or −1 at the start. */
    int codePointBefore(int index) {
        return index == 0 ? -1 : Character.codePointBefore(units, index);
    }

    /** The code point at {@code index}, or −1 at the end. */
    int codePointOrEnd(int index) {
        return index >= length ? -1 : codePoint(index);
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    String substring(int from, int to) {
        return new String(units, from, to - from);
    }

    int codePointCount(int from, int to) {
        return Character.codePointCount(units, from, to - from);
    }

    void append(int codePoint, int start, int end) {
        if (Character.isBmpCodePoint(codePoint)) {
            appendUnit((char) codePoint, start, end);
        } else {
            appendUnit(Character.highSurrogate(codePoint), start, end);
            appendUnit(Character.lowSurrogate(codePoint), start, end);
        }
    }

    void append(String text, int start, int end) {
        for (int i = 0; i < text.length(); i++) {
            appendUnit(text.charAt(i), start, end);
        }
    }

    /** Copies units {@code from} (inclusive) to {@code to} (exclusive) of another text with their origins. */
    void append(MappedText other, int from, int to) {
        reserve(to - from);
        System.arraycopy(other.units, from, units, length, to - from);
        System.arraycopy(other.starts, from, starts, length, to - from);
        System.arraycopy(other.ends, from, ends, length, to - from);
        length += to - from;
    }

    /** Whether both hold the same units, whatever their origins. */
    boolean sameText(MappedText other) {
        return Arrays.equals(units, 0, length, other.units, 0, other.length);
    }

    NormalizedText finish(String original, Alterations alterations) {
        return new NormalizedText(
                original,
                new String(units, 0, length),
                Arrays.copyOf(starts, length),
                Arrays.copyOf(ends, length),
                alterations);
    }

    private void appendUnit(char unit, int start, int end) {
        reserve(1);
        units[length] = unit;
        starts[length] = start;
        ends[length++] = end;
    }

    private void reserve(int more) {
        if (length + more > units.length) {
            int capacity = Math.max(length + more, units.length + (units.length >> 1));
            units = Arrays.copyOf(units, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
    }
}
