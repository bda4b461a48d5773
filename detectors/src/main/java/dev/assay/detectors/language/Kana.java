package dev.assay.detectors.language;

import com.ibm.icu.lang.UScript;

/** Tells Japanese by what Chinese does not have: kana, beyond the の of a brand name or a title that is quoted. */
final class Kana {
    private static final int LEAST = 2;
    private static final int MOST_PER_KANA = 10; // East Asian letters

    private Kana() {}

    /** Whether most letters of {@code text} are Chinese characters and kana, and enough of them kana. */
    static boolean decide(String text) {
        int kana = 0;
        int chinese = 0;
        int others = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            switch (UScript.getScript(codePoint)) {
                case UScript.HIRAGANA, UScript.KATAKANA -> kana++;
                case UScript.HAN -> chinese++;
                default -> others += Character.isLetter(codePoint) ? 1 : 0;
            }
            i += Character.charCount(codePoint);
        }
        int all = kana + chinese;
        return kana >= LEAST && kana * MOST_PER_KANA >= all && all > others;
    }
}
