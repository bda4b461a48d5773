package dev.assay.detectors.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.detectors.corpus.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearDiscriminantTest {
    private static final double[] EVEN = {1, 1, 1, 1, 1, 1, 1, 1};

    /** Within the classes the deviations are 1 and 2, without covariance; the means are (0, 0) and (2, 4). */
    private static final List<TrainingRow> SQUARES = List.of(
            Rows.of(Label.HUMAN, 1, 2),
            Rows.of(Label.HUMAN, 1, -2),
            Rows.of(Label.HUMAN, -1, 2),
            Rows.of(Label.HUMAN, -1, -2),
            Rows.of(Label.MACHINE, 3, 6),
            Rows.of(Label.MACHINE, 3, 2),
            Rows.of(Label.MACHINE, 1, 6),
            Rows.of(Label.MACHINE, 1, 2));

    @Test
    void whereColumnsAreIndependentEachCountsByItsOwnSeparation() {
        float[] direction = new LinearDiscriminant(2, 1).fit(SQUARES, EVEN);
        // standardized difference (2, 2), (S + I)⁻¹ = ½, back to the columns' units
        assertThat(direction).containsExactly(new float[] {1, 0.5f}, within(1e-6f));
    }

    @Test
    void aRowOfMassTwoIsTwoRows() {
        List<TrainingRow> doubled = new ArrayList<>(SQUARES);
        doubled.add(SQUARES.get(0));
        double[] mass = EVEN.clone();
        mass[0] = 2;
        float[] once = new LinearDiscriminant(2, 0.5).fit(SQUARES, mass);
        float[] twice = new LinearDiscriminant(2, 0.5).fit(doubled, new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1});
        assertThat(once).containsExactly(twice, within(1e-6f));
    }

    @Test
    void aClassOfManyRowsWeighsAsMuchAsOneOfFew() {
        List<TrainingRow> more = new ArrayList<>(SQUARES);
        more.addAll(SQUARES.subList(0, 4));
        double[] mass = new double[more.size()];
        Arrays.fill(mass, 1);
        assertThat(new LinearDiscriminant(2, 1).fit(more, mass)).containsExactly(new float[] {1, 0.5f}, within(1e-6f));
    }

    @Test
    void moreRowsThanABlockGiveTheSameBitsEveryTime() {
        Random random = new Random(3);
        List<TrainingRow> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            float[] state = new float[40];
            for (int j = 0; j < state.length; j++) {
                state[j] = (float) random.nextGaussian() + (i % 2 == 0 && j == 7 ? 1 : 0);
            }
            rows.add(Rows.of(i % 2 == 0 ? Label.MACHINE : Label.HUMAN, state));
        }
        double[] mass = random.doubles(rows.size()).toArray();
        float[] direction = new LinearDiscriminant(40, 0.5).fit(rows, mass);
        assertThat(direction).isEqualTo(new LinearDiscriminant(40, 0.5).fit(rows, mass));
        for (int j = 0; j < direction.length; j++) {
            assertThat(direction[j]).isLessThanOrEqualTo(direction[7]);
        }
    }
}
