package dev.assay.detectors.train;

import dev.assay.detectors.ScoringModel;
import dev.assay.detectors.attack.AttackGroup;
import dev.assay.detectors.attack.AttackMix;
import dev.assay.detectors.attack.SeededAttack;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.detect.CleanSurprisal;
import dev.assay.detectors.detect.ScoredText;
import dev.assay.detectors.learn.ProbeModel;
import dev.assay.detectors.normalize.TextNormalizer;
import dev.assay.detectors.score.PooledStates;
import dev.assay.detectors.tokenize.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/** Makes rows of a text and its changed copies by one model run each. Thread-safe. */
public final class RowMaker {
    private static final CleanSurprisal SURPRISAL = new CleanSurprisal();

    private final ScoringModel model;
    private final AttackMix attacks;
    private final TrainingSettings settings;

    /**
     * A maker of rows.
     *
     * @throws IllegalArgumentException when the model gives no states or has no reference frequencies
     */
    public RowMaker(ScoringModel model, AttackMix attacks, TrainingSettings settings) {
        if (model.bundle().manifest().pooledLayers().isEmpty()
                || model.frequencies().isEmpty()) {
            throw new IllegalArgumentException(
                    "model " + model.bundle().manifest().name()
                            + " gives no states or has no reference frequencies: import it again, or count them (assay frequencies)");
        }
        this.model = model;
        this.attacks = attacks;
        this.settings = settings;
    }

    /** The rows of a text whose white space is collapsed; none where it is too short. */
    public List<TrainingRow> rows(LabelledText text) {
        List<TrainingRow> rows = new ArrayList<>();
        copies(text, (group, words) -> row(text, group, words).ifPresent(rows::add));
        return rows;
    }

    /** The same without a model run. */
    public List<WordRow> words(LabelledText text) {
        List<WordRow> rows = new ArrayList<>();
        copies(text, (group, words) -> {
            Tokens tokens = tokens(words);
            if (tokens.count() >= settings.skip() + PooledStates.GROUP) {
                int[] ids = tokens.slice(settings.skip(), tokens.count()).ids();
                rows.add(new WordRow(nameless(text), group, ids));
            }
        });
        return rows;
    }

    private void copies(LabelledText text, BiConsumer<AttackGroup, String> each) {
        each.accept(null, text.text());
        for (int copy = 1; copy <= settings.copies(); copy++) {
            SeededAttack attack = attacks.of(text.text(), copy);
            String changed = attack.apply(text.text(), copy);
            if (!changed.equals(text.text())) {
                each.accept(attack.attack().group(), changed);
            }
        }
    }

    private Tokens tokens(String words) {
        Tokens all = model.tokenizer().tokenize(TextNormalizer.normalize(words));
        return all.slice(0, Math.min(all.count(), settings.tokens()));
    }

    /** Thousands of texts are kept, their words are not. */
    private static LabelledText nameless(LabelledText text) {
        return text.with("", "");
    }

    private Optional<TrainingRow> row(LabelledText origin, AttackGroup group, String words) {
        Tokens tokens = tokens(words);
        if (tokens.count() < settings.skip() + PooledStates.GROUP) {
            return Optional.empty();
        }
        ScoredText scored = new ScoredText(tokens, model.scorer().score(tokens, 0), model.frequencies())
                .slice(settings.skip(), tokens.count());
        OptionalDouble surprisal = SURPRISAL.score(scored);
        return surprisal.isEmpty()
                ? Optional.empty()
                : Optional.of(new TrainingRow(
                        nameless(origin),
                        group,
                        state(scored),
                        surprisal.getAsDouble(),
                        scored.tokens().ids()));
    }

    private float[] state(ScoredText text) {
        double[] features = ProbeModel.features(
                text.scores().states().orElseThrow(), model.bundle().manifest().pooledLayers());
        float[] state = new float[features.length];
        for (int i = 0; i < state.length; i++) {
            state[i] = (float) features[i];
        }
        return state;
    }
}
