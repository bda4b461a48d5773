package dev.assay.detectors.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttackMixTest {
    private static final SeededAttack CASE = new SeededAttack(new LetterCase(), 1, 0.5);
    private static final SeededAttack SWAP = new SeededAttack(new Swap(), 1, 0.5);
    private static final AttackMix MIX = new AttackMix(List.of(CASE, SWAP), 1);

    @Test
    void eachAttackIsChosenAboutAsOften() {
        var counts = IntStream.range(0, 400)
                .mapToObj(i -> MIX.of("text " + i, 1))
                .collect(Collectors.groupingBy(attack -> attack, Collectors.counting()));
        assertThat(counts.get(CASE)).isBetween(150L, 250L);
        assertThat(counts.get(SWAP)).isEqualTo(400 - counts.get(CASE));
    }

    @Test
    void theChoiceHangsOnSeedCopyAndTextAlone() {
        assertThat(MIX.of("a text", 2)).isEqualTo(new AttackMix(List.of(CASE, SWAP), 1).of("a text", 2));
        assertThat(IntStream.range(0, 64).mapToObj(copy -> MIX.of("a text", copy)))
                .contains(CASE, SWAP);
    }
}
