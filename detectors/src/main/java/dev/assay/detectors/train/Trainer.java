package dev.assay.detectors.train;

import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.learn.Fit;
import dev.assay.detectors.learn.FitCertificate;
import dev.assay.detectors.learn.FitFile;
import dev.assay.detectors.learn.Standard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fits the learned numbers of {@code assay-1}: once to all rows, and once for each of {@value #FOLDS} folds of documents to the rows of the
 * others. What is said of a row, and by what scale people's texts are measured, always comes from the fit that has not seen its document.
 */
public final class Trainer {
    /** Parts that the documents are cut in. */
    public static final int FOLDS = 5;

    private static final int REPORTED = 3;

    private final TrainingSettings settings;
    private final FitCertificate draft;
    private final Consumer<String> progress;

    /**
     * A trainer.
     *
     * @param draft the certificate but for its rows
     * @param progress takes lines about long work
     */
    public Trainer(TrainingSettings settings, FitCertificate draft, Consumer<String> progress) {
        this.settings = settings;
        this.draft = draft;
        this.progress = progress;
    }

    /**
     * What training gives.
     *
     * @param fit the fit to all rows
     * @param folds fold i was fitted to the documents of the other folds
     * @param crossFitted every row, scored by the fold's fit that has not seen it
     */
    public record Trained(Fit fit, List<Fit> folds, List<Scored> crossFitted) {}

    /** The fold of a document. */
    public static int fold(DocumentIdentity document) {
        return (int) Long.remainderUnsigned(Fit.bits(document), FOLDS);
    }

    /** Name of the file of a fold's fit. */
    public static String fileOf(int fold) {
        return "fold-" + fold + ".bin";
    }

    /**
     * Fits.
     *
     * @param rows of both labels, in an order that is the same every time
     * @param words more texts for the lexical model alone; may be empty
     * @throws IllegalArgumentException when one label is missing
     */
    public Trained train(List<TrainingRow> rows, List<WordRow> words) {
        for (Label label : Label.values()) {
            if (rows.stream().noneMatch(row -> row.origin().label() == label)) {
                throw new IllegalArgumentException(
                        "no text is labelled " + label.name().toLowerCase(Locale.ROOT) + ": give texts of both kinds");
            }
        }
        List<Members> folds = new ArrayList<>();
        List<Scored> scored = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            progress.accept("fold " + (fold + 1) + " of " + FOLDS);
            Members members = fit(rows, words, row -> fold(row.origin().document()) != left);
            folds.add(members);
            rows.stream()
                    .filter(row -> fold(row.origin().document()) == left)
                    .forEach(row -> scored.add(Scored.by(members, row)));
        }
        Map<String, Standard> standards = Scored.standards(scored);
        progress.accept("all " + rows.size() + " rows");
        List<Example> all = joined(rows, words);
        Members members = fit(rows, words, row -> true);
        FitCertificate certificate =
                draft.with(FitFile.hash(members.probe(), Optional.of(members.lexical()), standards), counted(all));
        Fit whole = fit(certificate, Fit.WHOLE, members, all, standards);
        List<Fit> parts = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            List<Example> others = all.stream()
                    .filter(row -> fold(row.origin().document()) != left)
                    .toList();
            parts.add(fit(certificate, fold, folds.get(fold), others, standards));
        }
        return new Trained(whole, parts, scored);
    }

    /**
     * How well fits to a part of the rows do on the others, in turn; takes a fit for each kind of text, so that only every third of
     * {@code words} is used.
     */
    public TrainingReport report(List<TrainingRow> rows, List<WordRow> words, Trained trained) {
        List<WordRow> some = IntStream.range(0, words.size())
                .filter(i -> i % REPORTED == 0)
                .mapToObj(words::get)
                .toList();
        HeldOut heldOut = new HeldOut(rows, wanted -> fit(rows, some, wanted), progress);
        return TrainingReport.of(trained.crossFitted(), trained.fit().standards(), heldOut.cells(), heldOut.sources());
    }

    private Members fit(List<TrainingRow> rows, List<WordRow> words, Predicate<Example> wanted) {
        return Members.fit(
                rows.stream().filter(wanted).toList(),
                words.stream().filter(wanted).toList(),
                draft.layers(),
                settings);
    }

    private static List<Example> joined(List<TrainingRow> rows, List<WordRow> words) {
        return Stream.<Example>concat(rows.stream(), words.stream()).toList();
    }

    private static Fit fit(
            FitCertificate certificate,
            int fold,
            Members members,
            List<Example> examples,
            Map<String, Standard> standards) {
        long[] documents = examples.stream()
                .mapToLong(example -> Fit.bits(example.origin().document()))
                .distinct()
                .sorted()
                .toArray();
        return new Fit(certificate, fold, members.probe(), Optional.of(members.lexical()), standards, documents);
    }

    private static List<FitCertificate.Rows> counted(List<Example> rows) {
        Map<String, List<Example>> byOrigin = new TreeMap<>();
        for (Example row : rows) {
            String origin = row.origin().source() + "\n" + row.origin().label();
            byOrigin.computeIfAbsent(origin, unused -> new ArrayList<>()).add(row);
        }
        return byOrigin.values().stream().map(Trainer::counts).toList();
    }

    private static FitCertificate.Rows counts(List<Example> rows) {
        Set<DocumentIdentity> documents = new HashSet<>();
        rows.forEach(row -> documents.add(row.origin().document()));
        String source = rows.get(0).origin().source();
        return new FitCertificate.Rows(
                source == null ? "unknown" : source,
                rows.get(0).origin().label().name().toLowerCase(Locale.ROOT),
                rows.size(),
                documents.size());
    }
}
