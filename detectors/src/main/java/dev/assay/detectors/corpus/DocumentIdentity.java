package dev.assay.detectors.corpus;

import dev.assay.detectors.model.Sha256;
import java.util.regex.Pattern;

/**
 * Which document a text is of. Evaluation sets hold the same human texts again and again, trimmed differently, so neither the whole
 * text nor its file tells; its first 60 characters do. A text that was changed says itself which document it is of.
 *
 * @param sha256 SHA-256 of the UTF-8 of the first 60 code points after collapsing white space, hex
 */
public record DocumentIdentity(String sha256) {
    private static final int CHARACTERS = 60;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** The document of a text. */
    public static DocumentIdentity of(String text) {
        String collapsed = WhiteSpace.collapse(text);
        int characters = Math.min(CHARACTERS, collapsed.codePointCount(0, collapsed.length()));
        String beginning = collapsed.substring(0, collapsed.offsetByCodePoints(0, characters));
        return new DocumentIdentity(Sha256.of(beginning));
    }

    /** The document that a file names: by its identity, or by any other name, whose SHA-256 then is the identity. */
    static DocumentIdentity named(String name) {
        return new DocumentIdentity(HASH.matcher(name).matches() ? name : Sha256.of(name));
    }

    /** A function of the identity alone: the first hexadecimal digit, 0–7 for calibration and 8–f for testing. */
    public Half half() {
        return Character.digit(sha256.charAt(0), 16) < 8 ? Half.CALIBRATION : Half.TEST;
    }
}
