package dev.assay.detectors.normalize;

/**
 * Normalizes a text as readers see it: invisible characters go, compatibility forms become plain (NFKC, Unicode Annex 15), letters that only
 * look like a text's own become these, runs of white space become one space.
 *
 * <p>The four steps repeat until a round changes nothing, so that normalizing twice is normalizing once: a letter that a dropped
 * character kept from its accent is composed in the next round. People's texts need two or three rounds. In a text made for it each round
 * can lay one more joiner bare; from round {@value #ROUNDS_WITH_JOINERS} on joiners are dropped, needed or not, and then a few more rounds
 * do (RATIONALE.md). So the whole is linear in the text, as every step is. Properties of characters are those of ICU's Unicode version,
 * whatever the Java platform's.
 */
public final class TextNormalizer {
    /**
     * Part of what scores depend on, and of what a calibration must agree with; raised when undisguised prose of a language that
     * calibrations ship for would come out differently.
     */
    public static final int VERSION = 1;

    private static final int ROUNDS_WITH_JOINERS = 8;
    private static final int MOST_ROUNDS = 2 * ROUNDS_WITH_JOINERS;

    private TextNormalizer() {}

    /**
     * Normalizes {@code text}.
     *
     * @throws MalformedTextException when it holds a surrogate without its partner
     */
    public static NormalizedText normalize(String text) {
        int codePoints = requireWellFormed(text);
        MappedText mapped = MappedText.identity(text);
        if (isPlain(text)) {
            return mapped.finish(text, new Alterations(codePoints, 0, 0, 0, 0));
        }
        AlterationCount count = new AlterationCount(TextScript.of(mapped));
        return settle(mapped, count).finish(text, count.of(codePoints));
    }

    private static MappedText settle(MappedText text, AlterationCount count) {
        MappedText before = text;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            MappedText after = round(before, round >= ROUNDS_WITH_JOINERS, count);
            if (after.sameText(before)) {
                return after;
            }
            before = after;
        }
        return before;
    }

    private static MappedText round(MappedText text, boolean joiners, AlterationCount count) {
        MappedText visible = Invisibles.drop(text, joiners, count);
        MappedText plain = Compatibility.compose(visible, count);
        MappedText folded = LookAlikes.fold(plain, count);
        return WhiteSpace.collapse(folded, count);
    }

    /** Printable ASCII with single spaces inside needs no round. */
    private static boolean isPlain(String text) {
        char previous = ' ';
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!CodePoints.within(unit, ' ', '~') || (unit == ' ' && previous == ' ')) {
                return false;
            }
            previous = unit;
        }
        return text.isEmpty() || previous != ' ';
    }

    /** Number of code points. */
    private static int requireWellFormed(String text) {
        int codePoints = 0;
        for (int i = 0; i < text.length(); codePoints++) {
            int codePoint = text.codePointAt(i);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw new MalformedTextException("the text has a surrogate without its partner at UTF-16 index " + i
                        + ": send text that is valid Unicode");
            }
            i += Character.charCount(codePoint);
        }
        return codePoints;
    }
}
