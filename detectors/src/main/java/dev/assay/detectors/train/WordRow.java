package dev.assay.detectors.train;

import dev.assay.detectors.attack.AttackGroup;
import dev.assay.detectors.corpus.LabelledText;

/**
 * One text, or a changed copy, as tokens only: no model has run over it.
 *
 * @param origin the text it comes from
 * @param group what the attack changed; null for the text as it is
 * @param ids token ids (n)
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention
public record WordRow(LabelledText origin, AttackGroup group, int[] ids) implements Example {}
