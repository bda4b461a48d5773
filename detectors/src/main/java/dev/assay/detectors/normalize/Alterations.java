package dev.assay.detectors.normalize;

/**
 * What normalization changed, as evidence: counts of original code points per kind of change.
 *
 * @param codePoints code points of the original text
 * @param compatibility code points replaced by their NFKC form, but for those that people write as they are ("…", ½, full-width marks in
 *     Chinese and Japanese)
 * @param lookAlikes letters, and signs in the place of letters, folded to those they look like
 * @param invisible what a reader cannot see (zero-width and bidirectional controls, fillers, braille blanks), private-use and unassigned
 *     code points: dropped, or made a space; but for what is ordinary in the text's script
 * @param whiteSpace white-space code points collapsed or replaced; ordinary, so not part of {@link #share()}
 */
public record Alterations(int codePoints, int compatibility, int lookAlikes, int invisible, int whiteSpace) {
    /** Share of the original's code points that were altered other than in white space, in [0, 1]. */
    public double share() {
        return codePoints == 0 ? 0 : (double) (compatibility + lookAlikes + invisible) / codePoints;
    }
}
