package dev.assay.detectors.normalize;

import com.ibm.icu.lang.UScript;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Folds letters that only look like those of their word: the letters of a word of several scripts become those of the one script that
 * the whole word can be written in; where several can, of the one with most letters, Latin before others. So "SMSка" or "βcat", which no
 * look-alike explains, stay, and a word of one script is never touched here: Russian stays Russian ({@link Suspects} says when a whole word
 * is a disguise). Small Greek letters at a word's edge (TNFα, hν) are symbols and stay. Letters of scripts that are unlike Latin are folded in
 * Latin text only: a Hebrew word may begin with a prefix before a Latin name.
 */
final class LookAlikes {
    private static final int[] TARGETS = {UScript.LATIN, UScript.CYRILLIC, UScript.GREEK};
    private static final Set<Integer> ALIKE = Set.of(
            UScript.LATIN,
            UScript.CYRILLIC,
            UScript.GREEK,
            UScript.ARMENIAN,
            UScript.CHEROKEE,
            UScript.LISU,
            UScript.COPTIC);

    private final MappedText text;
    private final AlterationCount count;
    private final TextScript script;
    private final MappedText out;
    private final Map<Integer, Integer> folded = new HashMap<>();

    private LookAlikes(MappedText text, AlterationCount count) {
        this.text = text;
        this.count = count;
        this.script = TextScript.of(text);
        this.out = new MappedText(text.length());
    }

    static MappedText fold(MappedText text, AlterationCount count) {
        return new LookAlikes(text, count).fold();
    }

    private MappedText fold() {
        for (int i = 0; i < text.length(); ) {
            int end = asciiEnd(i);
            if (end == text.length() || !isWordPart(text.codePoint(end))) {
                end = end == i ? i + Character.charCount(text.codePoint(i)) : end;
                out.append(text, i, end);
            } else {
                i = wordStart(i, end);
                end = wordEnd(end);
                word(i, end);
            }
            i = end;
        }
        return script.isLatin() ? Suspects.fold(out, folded, count) : out;
    }

    private int asciiEnd(int from) {
        int end = from;
        while (end < text.length() && text.unit(end) < 0x80) {
            end++;
        }
        return end;
    }

    /** Copies what is ASCII up to the word that goes on at {@code to}, and returns where that word begins. */
    private int wordStart(int from, int to) {
        int start = to;
        while (start > from && CodePoints.isAsciiLetter(text.unit(start - 1))) {
            start--;
        }
        out.append(text, from, start);
        return start;
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && isWordPart(text.codePoint(end))) {
            end += Character.charCount(text.codePoint(end));
        }
        return end;
    }

    private static boolean isWordPart(int codePoint) {
        return CodePoints.isLetter(codePoint) || CodePoints.isCombining(codePoint);
    }

    private void word(int from, int to) {
        int target = target(from, to);
        if (target < 0) {
            out.append(text, from, to);
            return;
        }
        int foreign = target;
        int start = out.length();
        for (int i = from; i < to; ) {
            int codePoint = text.codePoint(i);
            int next = i + Character.charCount(codePoint);
            if (isForeign(codePoint, target)) {
                int before = out.length() == start ? -1 : out.codePointBefore(out.length());
                int after = next == to ? -1 : text.codePoint(next);
                out.append(LookAlikeTable.in(target, codePoint, before, after), text.start(i), text.end(i));
                count.lookAlikes(1);
                foreign = scriptOf(codePoint);
            } else {
                out.append(text, i, next);
            }
            i = next;
        }
        folded.merge(foreign, 1, Integer::sum);
    }

    /** The script that the whole word takes, or −1 where it stays as it is. */
    private int target(int from, int to) {
        int[] letters = new int[TARGETS.length];
        int all = count(from, to, letters);
        int best = -1;
        int most = 0;
        if (letters[0] == all || (script.isLatin() && letters[0] > 0 && hasSymbolAtEdge(from, to))) {
            return best;
        }
        for (int t = 0; t < TARGETS.length; t++) {
            if (letters[t] > most && letters[t] < all && becomes(from, to, TARGETS[t])) {
                best = TARGETS[t];
                most = letters[t];
            }
        }
        return best;
    }

    /** Counts the letters of each target script; returns those of any script. */
    private int count(int from, int to, int[] letters) {
        int all = 0;
        for (int i = from; i < to; i += Character.charCount(text.codePoint(i))) {
            int of = scriptOf(text.codePoint(i));
            for (int t = 0; t < TARGETS.length; t++) {
                letters[t] += of == TARGETS[t] ? 1 : 0;
            }
            all += isNeutral(of) ? 0 : 1;
        }
        return all;
    }

    private boolean becomes(int from, int to, int target) {
        for (int i = from; i < to; ) {
            int codePoint = text.codePoint(i);
            int next = i + Character.charCount(codePoint);
            if (isForeign(codePoint, target)
                    && (LookAlikeTable.in(target, codePoint) < 0
                            || !(ALIKE.contains(scriptOf(codePoint)) || script.code() == target)
                            || (isSymbol(codePoint) && (i == from || next == to)))) {
                return false;
            }
            i = next;
        }
        return true;
    }

    private boolean hasSymbolAtEdge(int from, int to) {
        return isSymbol(text.codePoint(from)) || isSymbol(text.codePointBefore(to));
    }

    private static boolean isForeign(int codePoint, int target) {
        int of = scriptOf(codePoint);
        return of != target && !isNeutral(of);
    }

    private static boolean isNeutral(int of) {
        return of == UScript.COMMON || of == UScript.INHERITED;
    }

    private static boolean isSymbol(int codePoint) {
        return CodePoints.within(codePoint, 0x3B1, 0x3C9); // α to ω
    }

    private static int scriptOf(int codePoint) {
        if (codePoint < 0x80) {
            return CodePoints.isAsciiLetter(codePoint) ? UScript.LATIN : UScript.COMMON;
        }
        return UScript.getScript(codePoint);
    }
}
