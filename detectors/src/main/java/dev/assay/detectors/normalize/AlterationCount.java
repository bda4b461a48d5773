package dev.assay.detectors.normalize;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** Counts alterations while they are made; see {@link Alterations} for what each counts. */
final class AlterationCount {
    private static final int ZERO_WIDTH_SPACE = 0x200B;

    private final TextScript script;
    private int compatibility;
    private int lookAlikes;
    private int invisible;
    private int whiteSpace;

    /** {@code script} is the original's, and says what is ordinary in it. */
    AlterationCount(TextScript script) {
        this.script = script;
    }

    TextScript script() {
        return script;
    }

    void compatibility(int codePoints) {
        compatibility += codePoints;
    }

    void lookAlikes(int letters) {
        lookAlikes += letters;
    }

    /** One that was dropped. Marks of direction are ordinary in right-to-left text, zero-width spaces where no others part words. */
    void invisible(int codePoint) {
        boolean ordinary = (codePoint == ZERO_WIDTH_SPACE && script.breaksBetweenLetters())
                || (script.isRightToLeft() && UCharacter.hasBinaryProperty(codePoint, UProperty.BIDI_CONTROL));
        invisible += ordinary ? 0 : 1;
    }

    void whiteSpace(int codePoints) {
        whiteSpace += codePoints;
    }

    Alterations of(int codePoints) {
        return new Alterations(codePoints, compatibility, lookAlikes, invisible, whiteSpace);
    }
}
