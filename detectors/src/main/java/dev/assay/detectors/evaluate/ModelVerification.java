package dev.assay.detectors.evaluate;

import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.detect.Detector;
import dev.assay.detectors.detect.ScoredText;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.normalize.TextNormalizer;
import dev.assay.detectors.score.OnnxScorer;
import dev.assay.detectors.score.Scorer;
import dev.assay.detectors.score.TokenScores;
import dev.assay.detectors.tokenize.DjlTokenizer;
import dev.assay.detectors.tokenize.Tokenizer;
import dev.assay.detectors.tokenize.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Measures what a model in one precision does to scores, against the same model in another, its reference. */
public final class ModelVerification implements AutoCloseable {
    private static final int PAIRS = 5;
    private static final int TIMED_TOKENS = 4_000;

    private final Tokenizer tokenizer;
    private final Scorer reference;
    private final Scorer candidate;
    private final Settings settings;

    /**
     * What texts are scored with.
     *
     * @param detectors detectors to compare
     * @param window most tokens the model sees at once
     * @param maxTokens texts with more are passed over
     * @param threads threads of one run
     */
    public record Settings(List<Detector> detectors, int window, int maxTokens, int threads) {
        int samples() {
            return detectors.stream().mapToInt(Detector::samples).max().orElse(0);
        }
    }

    private ModelVerification(Tokenizer tokenizer, Scorer reference, Scorer candidate, Settings settings) {
        this.tokenizer = tokenizer;
        this.reference = reference;
        this.candidate = candidate;
        this.settings = settings;
    }

    /**
     * Opens both.
     *
     * @param reference the model in the precision that is believed, fp32
     * @param candidate the same model in another
     * @throws IllegalArgumentException when they are not one model, or the window does not do
     */
    public static ModelVerification open(Bundle reference, Bundle candidate, Settings settings) {
        requireSameModel(reference, candidate);
        Tokenizer tokenizer = DjlTokenizer.open(reference);
        Scorer first = null;
        try {
            first = OnnxScorer.open(reference, settings.window(), settings.threads());
            Scorer second = OnnxScorer.open(candidate, settings.window(), settings.threads());
            return new ModelVerification(tokenizer, first, second, settings);
        } catch (RuntimeException e) {
            if (first != null) {
                first.close();
            }
            tokenizer.close();
            throw e;
        }
    }

    private static void requireSameModel(Bundle reference, Bundle candidate) {
        boolean same =
                reference.manifest().sourceSha256().equals(candidate.manifest().sourceSha256())
                        && reference
                                .manifest()
                                .tokenizerHash()
                                .equals(candidate.manifest().tokenizerHash());
        if (!same) {
            throw new IllegalArgumentException(candidate.id() + " and " + reference.id()
                    + " are not one model: give two bundles imported from the same file");
        }
    }

    /**
     * Scores every text in both precisions and then times both.
     *
     * @param texts texts, with labels where they are known
     * @param progress told the number of texts scored after each
     * @throws IllegalArgumentException when no text can be scored
     */
    public VerificationReport of(List<LabelledText> texts, IntConsumer progress) {
        List<PairedScores> detectors =
                settings.detectors().stream().map(PairedScores::new).toList();
        List<Tokens> scored = new ArrayList<>();
        double difference = 0; // Σ |Δ ln p|
        for (LabelledText text : texts) {
            Tokens tokens = tokenizer.tokenize(TextNormalizer.normalize(text.text()));
            if (tokens.count() == 0 || tokens.count() > settings.maxTokens()) {
                continue;
            }
            TokenScores before = reference.score(tokens, settings.samples());
            TokenScores after = candidate.score(tokens, settings.samples());
            difference += difference(before, after);
            detectors.forEach(detector -> detector.add(text, seen(tokens, before), seen(tokens, after)));
            scored.add(tokens);
            progress.accept(scored.size());
        }
        if (scored.isEmpty()) {
            throw new IllegalArgumentException(
                    "no text can be scored: give texts of 1 to " + settings.maxTokens() + " tokens");
        }
        long tokens = scored.stream().mapToLong(Tokens::count).sum();
        return new VerificationReport(
                scored.size(),
                tokens,
                difference / tokens,
                detectors.stream().map(PairedScores::difference).toList(),
                speedRatio(scored));
    }

    private static ScoredText seen(Tokens tokens, TokenScores scores) {
        return new ScoredText(tokens, scores, Optional.empty());
    }

    private static double difference(TokenScores before, TokenScores after) {
        double sum = 0;
        for (int j = 0; j < before.count(); j++) {
            sum += Math.abs(after.logProbs()[j] - before.logProbs()[j]);
        }
        return sum;
    }

    /** Other loads of the machine come and go: both are timed in turn, over the same texts. */
    private double speedRatio(List<Tokens> texts) {
        List<Tokens> timed = new ArrayList<>();
        long tokens = 0;
        for (int i = 0; i < texts.size() && tokens < TIMED_TOKENS; i++) {
            timed.add(texts.get(i));
            tokens += texts.get(i).count();
        }
        double[] ratios = new double[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            ratios[pair] = (double) nanoseconds(reference, timed) / nanoseconds(candidate, timed);
        }
        Arrays.sort(ratios);
        return ratios[PAIRS / 2];
    }

    private static long nanoseconds(Scorer scorer, List<Tokens> texts) {
        long begin = System.nanoTime();
        texts.forEach(text -> scorer.score(text, 0));
        return Math.max(1, System.nanoTime() - begin);
    }

    @Override
    public void close() {
        candidate.close();
        reference.close();
        tokenizer.close();
    }
}
