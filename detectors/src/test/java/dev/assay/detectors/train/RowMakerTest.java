package dev.assay.detectors.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.ScoringModel;
import dev.assay.detectors.attack.AttackGroup;
import dev.assay.detectors.attack.AttackMaterials;
import dev.assay.detectors.attack.AttackMix;
import dev.assay.detectors.attack.Attacks;
import dev.assay.detectors.attack.SeededAttack;
import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.corpus.ReferenceFrequencies;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.score.OnnxScorer;
import dev.assay.detectors.tokenize.DjlTokenizer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The 1 MB model: 64 channels, states behind layers 2 and 3. */
class RowMakerTest {
    private static final String PROSE =
            "Once upon a time there was a little girl who had a red boat. She took it to the river every day, "
                    + "and the fish came to look at it. One morning the boat was gone, and the girl sat down on a stone and cried.";
    private static final AttackMaterials NONE = new AttackMaterials(List::of, () -> null);
    private static final AttackMix MIX =
            new AttackMix(List.of(new SeededAttack(Attacks.named("swap", NONE), 1, 0.5)), 1);

    private Bundle bundle;
    private ScoringModel model;

    @BeforeEach
    void open() {
        bundle = Bundle.open(Path.of("src/test/resources/models/stories260K"));
        int[] counts = new int[512];
        Arrays.fill(counts, 3);
        ReferenceFrequencies even = new ReferenceFrequencies(bundle.manifest().tokenizerHash(), "", counts, 3 * 512);
        model = new ScoringModel(bundle, DjlTokenizer.open(bundle), OnnxScorer.open(bundle, 512, 1), Optional.of(even));
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void aTextAndItsCopiesAreRowsOfOneDocument() {
        LabelledText text = LabelledText.of("t", PROSE, Label.MACHINE);
        List<TrainingRow> rows = maker(new TrainingSettings(1, 2, 0, 64, 0.5)).rows(text);
        assertThat(rows).hasSize(3).allSatisfy(row -> {
            assertThat(row.origin().document()).isEqualTo(text.document());
            assertThat(row.origin().text()).isEmpty();
            assertThat(row.state()).hasSize(2 * 64);
            assertThat(row.ids()).hasSize(64);
            assertThat(row.surprisal()).isNegative();
        });
        assertThat(rows).extracting(TrainingRow::group).containsExactly(null, AttackGroup.WORD, AttackGroup.WORD);
        assertThat(rows.get(1).ids()).isNotEqualTo(rows.get(0).ids());
    }

    @Test
    void tokensAtTheFrontAreLeftOut() {
        LabelledText text = LabelledText.of("t", PROSE, Label.HUMAN);
        TrainingRow all =
                maker(new TrainingSettings(1, 0, 0, 64, 0.5)).rows(text).get(0);
        TrainingRow rest =
                maker(new TrainingSettings(1, 0, 32, 64, 0.5)).rows(text).get(0);
        assertThat(rest.ids()).containsExactly(Arrays.copyOfRange(all.ids(), 32, 64));
        assertThat(rest.state()).isNotEqualTo(all.state());
    }

    @Test
    void wordsAreTheSameTokensWithoutAModelRun() {
        LabelledText text = LabelledText.of("t", PROSE, Label.HUMAN);
        RowMaker maker = maker(new TrainingSettings(1, 1, 32, 64, 0.5));
        List<TrainingRow> rows = maker.rows(text);
        List<WordRow> words = maker.words(text);
        assertThat(words).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(words.get(i).ids()).containsExactly(rows.get(i).ids());
            assertThat(words.get(i).cell()).isEqualTo(rows.get(i).cell());
        }
    }

    @Test
    void aTextThatIsTooShortHasNoRow() {
        RowMaker maker = maker(new TrainingSettings(1, 1, 32, 64, 0.5));
        assertThat(maker.rows(LabelledText.of("t", "Too short.", Label.HUMAN))).isEmpty();
        assertThat(maker.words(LabelledText.of("t", "Too short.", Label.HUMAN))).isEmpty();
    }

    @Test
    void aModelWithoutFrequenciesIsNamedWithTheRemedy() {
        ScoringModel bare = new ScoringModel(bundle, model.tokenizer(), model.scorer(), Optional.empty());
        assertThatThrownBy(() -> new RowMaker(bare, MIX, new TrainingSettings(1, 1, 0, 64, 0.5)))
                .hasMessageContaining("assay frequencies");
    }

    private RowMaker maker(TrainingSettings settings) {
        return new RowMaker(model, MIX, settings);
    }
}
