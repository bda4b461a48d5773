package dev.assay.detectors.train;

import dev.assay.detectors.attack.AttackGroup;
import dev.assay.detectors.corpus.LabelledText;

/**
 * One text, or a changed copy, as numbers.
 *
 * @param origin the text it comes from; its own words are no longer needed
 * @param group what the attack changed; null for the text as it is
 * @param state features of the probe (layers · H)
 * @param surprisal score of {@code clean-surprisal}
 * @param ids token ids (n)
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention
public record TrainingRow(LabelledText origin, AttackGroup group, float[] state, double surprisal, int[] ids)
        implements Example {
    /** Its tokens alone. */
    WordRow words() {
        return new WordRow(origin, group, ids);
    }
}
