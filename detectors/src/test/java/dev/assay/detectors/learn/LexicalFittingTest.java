package dev.assay.detectors.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.learn.LexicalFitting.Row;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LexicalFittingTest {
    private static final List<String> SOURCES = List.of("essays", "news", "forum", "papers");
    private static final int VOCABULARY = 20;
    private static final int[] OF_MACHINES = {900, 901, 902, 903};
    private static final int[] OF_NEWS = {800, 801, 802, 803};

    private static int[] text(Random random, int... phrase) {
        return IntStream.concat(random.ints(60, 0, VOCABULARY), IntStream.of(phrase))
                .toArray();
    }

    /** Machines use one phrase everywhere, and another one in the news alone. */
    private static List<Row> rows(double massOfMachines) {
        Random random = new Random(5);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            for (String source : SOURCES) {
                rows.add(new Row(text(random), false, source, 1));
                rows.add(new Row(text(random, OF_MACHINES), true, source, massOfMachines));
            }
            rows.add(new Row(text(random, OF_NEWS), true, "news", massOfMachines));
        }
        return rows;
    }

    private static byte[] bytes(LexicalModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(new DataOutputStream(out));
        return out.toByteArray();
    }

    @Test
    void learnsAPhraseThatMachinesUseEverywhere() {
        LexicalModel model = LexicalFitting.fit(rows(1), 1);
        Random random = new Random(77);
        int found = 0;
        for (int i = 0; i < 100; i++) {
            double without = model.score(text(random)).getAsDouble();
            double with = model.score(text(random, OF_MACHINES)).getAsDouble();
            found += with > 0 && without < with ? 1 : 0;
        }
        assertThat(found).isGreaterThan(95);
    }

    @Test
    void doesNotLearnAPhraseOfOneSource() {
        LexicalModel model = LexicalFitting.fit(rows(1), 1);
        assertThat(model.known(OF_NEWS)).isZero();
        assertThat(model.known(OF_MACHINES)).isEqualTo(1);
    }

    @Test
    void asksForAsManySourcesAsThereAre() {
        List<Row> oneSource =
                rows(1).stream().filter(row -> row.source().equals("news")).toList();
        assertThat(LexicalFitting.fit(oneSource, 1).known(OF_NEWS)).isEqualTo(1);
    }

    @Test
    void givesTheSameBytesForTheSameRowsAndSeed() throws IOException {
        byte[] first = bytes(LexicalFitting.fit(rows(1), 1));
        assertThat(bytes(LexicalFitting.fit(rows(1), 1))).isEqualTo(first);
        assertThat(bytes(LexicalFitting.fit(rows(1), 2))).isNotEqualTo(first);
    }

    @Test
    void givesBothClassesTheSameMass() throws IOException {
        assertThat(bytes(LexicalFitting.fit(rows(8), 1))).isEqualTo(bytes(LexicalFitting.fit(rows(1), 1)));
    }

    @Test
    void rowsWithoutMassTeachNothing() {
        List<Row> rows = new ArrayList<>(rows(1));
        int[] wrong = text(new Random(9), OF_MACHINES);
        IntStream.range(0, 400).forEach(i -> rows.add(new Row(wrong, false, SOURCES.get(i % 4), 0)));
        LexicalModel model = LexicalFitting.fit(rows, 1);
        assertThat(model.score(wrong).getAsDouble()).isPositive();
    }

    @Test
    void refusesWhatCannotBeFitted() {
        List<Row> humans = rows(1).stream().filter(row -> !row.machine()).toList();
        assertThatThrownBy(() -> LexicalFitting.fit(humans, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("texts of humans and of machines");
        List<Row> few = rows(1).subList(0, 4);
        assertThatThrownBy(() -> LexicalFitting.fit(few, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too few texts");
        assertThatThrownBy(() -> new Row(OF_NEWS, true, "news", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Row(OF_NEWS, true, "news", -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
