package dev.assay.detectors.normalize;

import java.lang.Character.UnicodeScript;

/**
 * Folds letters that only look like those of their word: the letters of a word of several scripts become those of the one script that
 * the whole word can be written in; where several can, of the one with most letters, Latin before others. So "SMSка" or "βcat", which no look-alike explains, stay, and a word of one
 * script is never touched: Russian stays Russian. Small Greek letters at a word's edge (TNFα, hν) are
 * symbols and stay.
 */
final class LookAlikes {
    private static final UnicodeScript[] TARGETS = {UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK};

    private LookAlikes() {}

    static MappedText fold(MappedText text, AlterationCount count) {
        MappedText out = new MappedText(text.length());
        for (int i = 0; i < text.length(); ) {
            int end = wordEnd(text, i);
            if (end == i) {
                end += Character.charCount(text.codePoint(i));
                out.append(text, i, end);
            } else {
                word(out, text, i, end, count);
            }
            i = end;
        }
        return out;
    }

    private static int wordEnd(MappedText text, int from) {
        int end = from;
        while (end < text.length() && isWordPart(text.codePoint(end))) {
            end += Character.charCount(text.codePoint(end));
        }
        return end;
    }

    private static boolean isWordPart(int codePoint) {
        return Character.isLetter(codePoint) || CodePoints.isCombining(codePoint);
    }

    private static void word(MappedText out, MappedText text, int from, int to, AlterationCount count) {
        UnicodeScript target = target(text, from, to);
        if (target == null) {
            out.append(text, from, to);
            return;
        }
        for (int i = from; i < to; ) {
            int codePoint = text.codePoint(i);
            int next = i + Character.charCount(codePoint);
            if (isForeign(codePoint, target)) {
                out.append(LookAlikeTable.in(target, codePoint), text.start(i), text.end(i));
                count.lookAlikes(1);
            } else {
                out.append(text, i, next);
            }
            i = next;
        }
    }

    /** The script that the whole word takes, or null where it stays as it is. */
    private static UnicodeScript target(MappedText text, int from, int to) {
        int[] letters = new int[TARGETS.length];
        int all = count(text, from, to, letters);
        UnicodeScript best = null;
        int most = 0;
        for (int t = 0; t < TARGETS.length; t++) {
            if (letters[t] > most && letters[t] < all && becomes(text, from, to, TARGETS[t])) {
                best = TARGETS[t];
                most = letters[t];
            }
        }
        return best;
    }

    /** Counts the letters of each target script; returns those of any script. */
    private static int count(MappedText text, int from, int to, int[] letters) {
        int all = 0;
        for (int i = from; i < to; i += Character.charCount(text.codePoint(i))) {
            UnicodeScript script = scriptOf(text.codePoint(i));
            for (int t = 0; t < TARGETS.length; t++) {
                letters[t] += script == TARGETS[t] ? 1 : 0;
            }
            all += isNeutral(script) ? 0 : 1;
        }
        return all;
    }

    private static boolean becomes(MappedText text, int from, int to, UnicodeScript target) {
        for (int i = from; i < to; ) {
            int codePoint = text.codePoint(i);
            int next = i + Character.charCount(codePoint);
            if (isForeign(codePoint, target)
                    && (LookAlikeTable.in(target, codePoint) < 0
                            || (isSymbol(codePoint) && (i == from || next == to)))) {
                return false;
            }
            i = next;
        }
        return true;
    }

    private static boolean isForeign(int codePoint, UnicodeScript target) {
        UnicodeScript script = scriptOf(codePoint);
        return script != target && !isNeutral(script);
    }

    private static boolean isNeutral(UnicodeScript script) {
        return script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
    }

    private static boolean isSymbol(int codePoint) {
        return CodePoints.within(codePoint, 0x3B1, 0x3C9); // α to ω
    }

    private static UnicodeScript scriptOf(int codePoint) {
        if (codePoint < 0x80) {
            return Character.isLetter(codePoint) ? UnicodeScript.LATIN : UnicodeScript.COMMON;
        }
        return UnicodeScript.of(codePoint);
    }
}
