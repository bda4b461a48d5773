package dev.assay.detectors.attack;

import java.util.List;

/**
 * Changes each text by one of several attacks, all alike likely; which one hangs on seed, copy and text alone.
 *
 * @param attacks those to choose among, at least one
 * @param seed another one gives other choices
 */
public record AttackMix(List<SeededAttack> attacks, long seed) {
    /** Copies the list. */
    public AttackMix {
        attacks = List.copyOf(attacks);
    }

    /** Names of the attacks, in order. */
    public List<String> names() {
        return attacks.stream().map(attack -> attack.attack().name()).toList();
    }

    /** The attack that this copy of the text is changed by. */
    public SeededAttack of(String text, int copy) {
        return attacks.get(SeededAttack.random("pick", seed, copy, text).nextInt(attacks.size()));
    }
}
