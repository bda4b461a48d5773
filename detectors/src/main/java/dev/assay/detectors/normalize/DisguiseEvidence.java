package dev.assay.detectors.normalize;

import java.util.HashSet;
import java.util.Set;

/**
 * Whether words of one kind of look-alike are a disguise in this text: at least {@value #LEAST} that stand bare in it, and more than
 * {@value #PER_GENUINE} times as many as there are undoubted uses of the same script. A word counts once however often it occurs (one
 * name, "СССР", is in every line of a text about it), one of a single letter each time.
 */
final class DisguiseEvidence {
    private static final int LEAST = 2;
    private static final int PER_GENUINE = 2;

    private final Set<String> words = new HashSet<>();
    private int suspected;
    private int genuine;

    /** Words that were disguised beyond doubt: of letters of several scripts. */
    void sure(int howMany) {
        suspected += howMany;
    }

    void suspected(String word) {
        boolean single = word.codePointCount(0, word.length()) == 1;
        suspected += single || words.add(word) ? 1 : 0;
    }

    void genuine() {
        genuine++;
    }

    boolean isEnough() {
        return suspected >= LEAST && suspected > PER_GENUINE * genuine;
    }
}
