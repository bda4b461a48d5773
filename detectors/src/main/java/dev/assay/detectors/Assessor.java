package dev.assay.detectors;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationLadder;
import dev.assay.detectors.calibrate.CalibrationStore;
import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.corpus.FrequencyFile;
import dev.assay.detectors.corpus.ReferenceFrequencies;
import dev.assay.detectors.decide.Answer;
import dev.assay.detectors.decide.Decision;
import dev.assay.detectors.decide.Evidence;
import dev.assay.detectors.decide.Repetition;
import dev.assay.detectors.decide.Span;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.detect.Score;
import dev.assay.detectors.detect.ScoredText;
import dev.assay.detectors.language.LanguageIdentifier;
import dev.assay.detectors.language.Prose;
import dev.assay.detectors.learn.Fit;
import dev.assay.detectors.learn.FitFile;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.Sha256;
import dev.assay.detectors.normalize.NormalizedText;
import dev.assay.detectors.normalize.TextNormalizer;
import dev.assay.detectors.score.OnnxScorer;
import dev.assay.detectors.score.Scorer;
import dev.assay.detectors.tokenize.DjlTokenizer;
import dev.assay.detectors.tokenize.Tokenizer;
import dev.assay.detectors.tokenize.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Judges texts: normalize, tokenize, score, detect, calibrate, decide. Thread-safe, and a pure function of the text, the model, the
 * settings and the calibrations in force, which each assessment names.
 */
public final class Assessor implements AutoCloseable {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final ScoringModel model;
    private final DetectorChoice detectors;
    private final Calibrated begun;
    private volatile Calibrated current;
    /** Shared by texts at work; {@link #close} wants it alone. */
    private final ReadWriteLock life = new ReentrantReadWriteLock();

    private Assessor(ScoringModel model, DetectorChoice detectors, Calibrated begun) {
        this.model = model;
        this.detectors = detectors;
        this.begun = begun;
        this.current = begun;
    }

    /**
     * Opens a bundle's tokenizer and model, and the calibrations that the settings choose.
     *
     * @throws IllegalArgumentException naming a setting, or the tokenizer file, that does not do
     * @throws dev.assay.detectors.model.BundleException when a graph cannot be opened
     * @throws dev.assay.detectors.calibrate.CalibrationException when one was made for another model or other settings
     */
    public static Assessor open(Bundle bundle, AssessorSettings settings) {
        Optional<Fit> fit = FitFile.find(bundle, settings.fit());
        AssessorSettings known = settings.knowing(fit);
        CalibrationLadder ladder = CalibrationStore.load(bundle, known.scoring(), known.calibrations());
        DetectorChoice.of(known); // names a wrong detector before the model is read
        Optional<ReferenceFrequencies> frequencies =
                FrequencyFile.find(bundle); // may be broken, and there is nothing to close yet
        Tokenizer tokenizer = DjlTokenizer.open(bundle);
        try {
            Scorer scorer = OnnxScorer.open(bundle, settings.window(), settings.threads());
            return of(new ScoringModel(bundle, tokenizer, scorer, frequencies, fit), ladder, known);
        } catch (RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    /**
     * An assessor over a model's parts with the calibrations that the settings choose.
     *
     * @throws dev.assay.detectors.calibrate.CalibrationException when one was made for another model or other settings
     */
    public static Assessor of(ScoringModel model, AssessorSettings settings) {
        AssessorSettings known = settings.knowing(model.fit());
        CalibrationLadder ladder = CalibrationStore.load(model.bundle(), known.scoring(), known.calibrations());
        return of(model, ladder, known);
    }

    /** An assessor over parts, for tests and for models that are no bundle; closes the model's parts when closed. */
    public static Assessor of(ScoringModel model, CalibrationLadder ladder, AssessorSettings settings) {
        AssessorSettings known = settings.knowing(model.fit());
        DetectorChoice detectors = DetectorChoice.of(known);
        return new Assessor(model, detectors, Calibrated.by(ladder, known.withDetectors(detectors.names()), detectors));
    }

    /** Why a calibration cannot be used with this model and these settings; empty where it can. */
    public Optional<String> mismatch(Calibration calibration) {
        return calibration
                .certificate()
                .mismatch(model.bundle().manifest(), begun.settings().scoring());
    }

    /**
     * Judges by these calibrations and those it began with, from the next text on; a text that is at work keeps what it began with.
     *
     * @throws dev.assay.detectors.calibrate.CalibrationException when one was made for another model or other settings
     */
    public void calibrate(List<Calibration> more) {
        for (Calibration calibration : more) {
            calibration
                    .certificate()
                    .requireMatch(
                            calibration.id(),
                            model.bundle().manifest(),
                            begun.settings().scoring());
        }
        current = Calibrated.by(begun.ladder().with(more), begun.settings(), detectors);
    }

    /**
     * Judges a text.
     *
     * @throws dev.assay.detectors.normalize.MalformedTextException when it is not valid UTF-16
     * @throws dev.assay.detectors.tokenize.TokenizationException when the tokenizer cannot take it
     * @throws dev.assay.detectors.score.ModelFaultException when the model gives no numbers for it
     */
    public Assessment assess(TextInput input) {
        life.readLock().lock();
        try {
            return judge(input);
        } finally {
            life.readLock().unlock();
        }
    }

    private Assessment judge(TextInput input) {
        Calibrated calibrated = current; // one for the whole text
        NormalizedText normalized = TextNormalizer.normalize(input.text());
        Tokens tokens = model.tokenizer().tokenize(normalized);
        Optional<ScoredText> scored = score(tokens);
        Map<String, Score> scores = scored.map(detectors::scores).orElse(Map.of());
        Evidence evidence = new Evidence(
                tokens.count(),
                normalized.alterations(),
                language(input, normalized),
                Prose.is(normalized.text()),
                scored.map(text -> Repetition.share(text.tokens().ids())).orElse(0.0),
                input.domain(),
                scores);
        Map<Question, Answer> answers = calibrated.decider().answers(evidence);
        boolean flagged = answers.get(Question.MACHINE).decision() == Decision.FLAGGED;
        List<Span> spans = flagged ? calibrated.spans().find(scored.orElseThrow(), input.domain()) : List.of();
        return assessment(evidence, answers, spans, input.text(), calibrated.settings());
    }

    /** The model's bundle. */
    public Bundle bundle() {
        return model.bundle();
    }

    /** Ids of the calibrations in force. */
    public List<String> calibrations() {
        return current.ladder().calibrations().stream().map(Calibration::id).toList();
    }

    /** Whether the learned numbers were fitted to a text of this document. */
    public boolean hasSeen(DocumentIdentity document) {
        return model.fit().map(fit -> fit.hasSeen(document)).orElse(false);
    }

    /** The settings in force: detectors by name, calibrations by id, {@code none} without any. */
    public AssessorSettings settings() {
        return current.settings();
    }

    /**
     * Frees the model's memory. Where a text is still at work after five seconds it stays as it is: nothing can be freed under a running
     * text, and a process that ends must not wait for one that is stuck.
     */
    @Override
    public void close() {
        try {
            if (life.writeLock().tryLock(LONGEST_CLOSE.toNanos(), TimeUnit.NANOSECONDS)) {
                free();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void free() {
        try {
            model.close();
        } finally {
            life.writeLock().unlock();
        }
    }

    /** A text that is too long costs no model run, an empty one has nothing to run. */
    private Optional<ScoredText> score(Tokens tokens) {
        if (tokens.count() == 0 || tokens.count() > begun.settings().maxTokens()) {
            return Optional.empty();
        }
        return Optional.of(new ScoredText(
                tokens, model.scorer().score(tokens, detectors.samples()), model.frequencies(), model.fit()));
    }

    private static String language(TextInput input, NormalizedText normalized) {
        String given = input.language() == null ? "" : input.language().strip();
        String code = Locale.forLanguageTag(given.replace('_', '-')).getLanguage();
        return code.isEmpty()
                ? LanguageIdentifier.shared().identify(normalized.text()).orElse(null)
                : code;
    }

    private static Assessment assessment(
            Evidence evidence,
            Map<Question, Answer> answers,
            List<Span> spans,
            String original,
            AssessorSettings settings) {
        byte[] bytes = original.getBytes(StandardCharsets.UTF_8);
        return new Assessment(
                Sha256.of(bytes),
                bytes.length,
                evidence.alterations().codePoints(),
                evidence.tokens(),
                evidence.scores().isEmpty() ? 0 : evidence.tokens(),
                evidence.language(),
                evidence.domain(),
                evidence.alterations(),
                answers,
                evidence.scores(),
                spans,
                settings);
    }
}
