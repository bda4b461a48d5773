package dev.assay.detectors.train;

import dev.assay.detectors.attack.AttackGroup;
import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows to learn from that need no model. */
final class Rows {
    static final int WIDTH = 6;

    private Rows() {}

    static TrainingRow of(Label label, float... state) {
        return row(label, "text", "source", "domain", null, state, new int[40]);
    }

    /**
     * Documents of two sources and two domains: machine texts lie higher in the first column, are less surprising, and say token 5
     * twice in a row; each has a copy with changed words.
     */
    static List<TrainingRow> seeded(int documents) {
        Random random = new Random(11);
        List<TrainingRow> rows = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            for (Label label : Label.values()) {
                for (AttackGroup group : new AttackGroup[] {null, AttackGroup.WORD}) {
                    rows.add(seeded(random, i, label, group));
                }
            }
        }
        return rows;
    }

    private static TrainingRow seeded(Random random, int document, Label label, AttackGroup group) {
        boolean machine = label == Label.MACHINE;
        float[] state = new float[WIDTH];
        for (int j = 0; j < WIDTH; j++) {
            state[j] = (float) random.nextGaussian();
        }
        state[0] += machine ? 3 : 0;
        int[] ids = random.ints(60, 10, 200).toArray();
        for (int at = 0; machine && at + 1 < ids.length; at += 9) {
            ids[at] = 5;
            ids[at + 1] = 5;
        }
        String kind = document % 2 == 0 ? "even" : "odd";
        TrainingRow row = row(label, "document " + document, kind, kind + " domain", group, state, ids);
        return new TrainingRow(
                row.origin(), group, state, -0.6 + (machine ? 0.2 : 0) + 0.1 * random.nextGaussian(), ids);
    }

    private static TrainingRow row(
            Label label, String document, String source, String domain, AttackGroup group, float[] state, int[] ids) {
        LabelledText origin = new LabelledText(
                document + ":" + label,
                "",
                label,
                DocumentIdentity.of(document),
                domain,
                "en",
                source,
                label == Label.MACHINE ? "gpt" : null,
                null);
        return new TrainingRow(origin, group, state, -0.5, ids);
    }
}
