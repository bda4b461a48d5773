package dev.assay.detectors.train;

import dev.assay.detectors.attack.AttackGroup;
import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;

/** A text to learn from, or a changed copy of one. */
interface Example {
    /** The text it comes from; its own words are no longer needed. */
    LabelledText origin();

    /** What the attack changed; null for the text as it is. */
    AttackGroup group();

    default boolean isMachine() {
        return origin().label() == Label.MACHINE;
    }

    default boolean isClean() {
        return group() == null;
    }

    /** Examples of one cell have a mass that grows more slowly than their number. */
    default String cell() {
        return String.join(
                "\n",
                origin().label().name(),
                String.valueOf(origin().source()),
                String.valueOf(origin().domain()),
                String.valueOf(origin().generator()),
                String.valueOf(group()));
    }
}
