package dev.assay.detectors.evaluate;

import dev.assay.detectors.corpus.FrequencyFile;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.corpus.ReferenceFrequencies;
import dev.assay.detectors.detect.Detector;
import dev.assay.detectors.detect.ScoredText;
import dev.assay.detectors.learn.Fit;
import dev.assay.detectors.learn.FitFile;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.normalize.MalformedTextException;
import dev.assay.detectors.normalize.TextNormalizer;
import dev.assay.detectors.score.ModelFaultException;
import dev.assay.detectors.score.OnnxScorer;
import dev.assay.detectors.score.Scorer;
import dev.assay.detectors.score.TokenScores;
import dev.assay.detectors.tokenize.DjlTokenizer;
import dev.assay.detectors.tokenize.TokenizationException;
import dev.assay.detectors.tokenize.Tokenizer;
import dev.assay.detectors.tokenize.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Measures what a model in one precision does to scores, against the same model in another, its reference. */
public final class ModelVerification implements AutoCloseable {
    private final Optional<ReferenceFrequencies> frequencies;
    private final Optional<Fit> fit;
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

        /** Without those that need learned numbers where there are none. */
        Settings knowing(Optional<Fit> fit) {
            return new Settings(
                    detectors.stream()
                            .filter(detector -> fit.isPresent() || !detector.needsFit())
                            .toList(),
                    window,
                    maxTokens,
                    threads);
        }
    }

    private ModelVerification(
            Optional<ReferenceFrequencies> frequencies,
            Optional<Fit> fit,
            Tokenizer tokenizer,
            Scorer reference,
            Scorer candidate,
            Settings settings) {
        this.frequencies = frequencies;
        this.fit = fit;
        this.tokenizer = tokenizer;
        this.reference = reference;
        this.candidate = candidate;
        this.settings = settings.knowing(fit);
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
        Optional<ReferenceFrequencies> frequencies = FrequencyFile.find(reference);
        Optional<Fit> fit = FitFile.find(reference, "");
        Tokenizer tokenizer = DjlTokenizer.open(reference);
        Scorer first = null;
        try {
            first = OnnxScorer.open(reference, settings.window(), settings.threads());
            Scorer second = OnnxScorer.open(candidate, settings.window(), settings.threads());
            return new ModelVerification(frequencies, fit, tokenizer, first, second, settings);
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
     * Scores every text in both precisions, on all cores. Texts that cannot be tokenized, or have no tokens or too many, are passed over.
     *
     * @param texts texts, with labels where they are known
     * @param progress told how many texts are done after each, by several threads
     * @throws IllegalArgumentException when no text can be scored
     * @throws ModelFaultException naming the text, when one of the two gives no numbers for it
     */
    public VerificationReport of(List<LabelledText> texts, IntConsumer progress) {
        AtomicInteger done = new AtomicInteger();
        List<ComparedText> compared = texts.parallelStream()
                .map(text -> {
                    Optional<ComparedText> both = compare(text);
                    progress.accept(done.incrementAndGet());
                    return both;
                })
                .flatMap(Optional::stream)
                .toList();
        if (compared.isEmpty()) {
            throw new IllegalArgumentException(
                    "no text can be scored: give texts of 1 to " + settings.maxTokens() + " tokens");
        }
        return VerificationReport.of(settings.detectors(), compared);
    }

    private Optional<ComparedText> compare(LabelledText text) {
        try {
            Tokens tokens = tokenizer.tokenize(TextNormalizer.normalize(text.text()));
            return tokens.count() == 0 || tokens.count() > settings.maxTokens()
                    ? Optional.empty()
                    : Optional.of(compare(text, tokens));
        } catch (MalformedTextException | TokenizationException e) {
            return Optional.empty(); // no precision's doing
        } catch (ModelFaultException e) {
            throw new ModelFaultException(text.id() + ": " + e.getMessage(), e);
        }
    }

    private ComparedText compare(LabelledText text, Tokens tokens) {
        TokenScores before = reference.score(tokens, settings.samples());
        TokenScores after = candidate.score(tokens, settings.samples());
        List<List<OptionalDouble>> shaken = IntStream.range(0, Shaking.ROUNDS)
                .mapToObj(round -> scores(tokens, Shaking.of(before, text.id(), round)))
                .toList();
        return new ComparedText(
                text, tokens.count(), difference(before, after), scores(tokens, before), scores(tokens, after), shaken);
    }

    private List<OptionalDouble> scores(Tokens tokens, TokenScores scores) {
        ScoredText scored = new ScoredText(tokens, scores, frequencies, fit);
        return settings.detectors().stream()
                .map(detector -> detector.score(scored))
                .toList();
    }

    private static double difference(TokenScores before, TokenScores after) {
        double sum = 0;
        for (int j = 0; j < before.count(); j++) {
            sum += Math.abs(after.logProbs()[j] - before.logProbs()[j]);
        }
        return sum;
    }

    @Override
    public void close() {
        candidate.close();
        reference.close();
        tokenizer.close();
    }
}
