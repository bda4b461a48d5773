package dev.assay.streams.cli;

import dev.assay.detectors.ScoringModel;
import dev.assay.detectors.attack.AttackMaterials;
import dev.assay.detectors.attack.AttackMix;
import dev.assay.detectors.attack.Attacks;
import dev.assay.detectors.attack.SeededAttack;
import dev.assay.detectors.corpus.FrequencyFile;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.corpus.WhiteSpace;
import dev.assay.detectors.learn.FitCertificate;
import dev.assay.detectors.learn.FitFile;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.ModelStore;
import dev.assay.detectors.normalize.MalformedTextException;
import dev.assay.detectors.score.CachingScorer;
import dev.assay.detectors.score.ModelFaultException;
import dev.assay.detectors.score.OnnxScorer;
import dev.assay.detectors.score.Scorer;
import dev.assay.detectors.tokenize.DjlTokenizer;
import dev.assay.detectors.tokenize.TokenizationException;
import dev.assay.detectors.train.RowMaker;
import dev.assay.detectors.train.Trainer;
import dev.assay.detectors.train.TrainingRow;
import dev.assay.detectors.train.TrainingSettings;
import dev.assay.detectors.train.WordRow;
import dev.assay.streams.ProgramVersion;
import dev.assay.streams.judge.BundleJudges;
import dev.assay.streams.judge.ScoringSettings;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns the numbers of {@code assay-1} from labelled texts. */
@Command(
        name = "train",
        description = {
            "Learn from texts labelled human and machine what the detectors probe, lexical and assay-1 need for a model.",
            "JSON lines {\"text\", \"label\", \"source\", \"domain\", \"generator\"}: the more collections and generators,",
            "the better it does on others. A report says how it does on domains, generators, attacks and collections",
            "that it has not seen. The same files give the same bytes.",
            "Put beside the model's bundle.json as fit.bin it is used in place of the one that ships."
        },
        footer = {
            "",
            "Examples:",
            "  assay train texts.jsonl --name our-fit --folds folds --cache scores.bin",
            "  assay calibrate texts.jsonl --domain support --source \"our tickets\" --cross-fitted folds",
            "  assay score --fit fit.bin --calibration calibration-support.json ticket.txt"
        })
final class TrainCommand implements Runnable {
    private static final List<String> ATTACKS = List.of(
            "misspelling",
            "stray-characters",
            "case",
            "spacing",
            "deletion",
            "insertion",
            "articles",
            "swap",
            "synonym",
            "shuffle");
    private static final int STEP = 1000;

    private final Surroundings here;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Labelled sets.")
    List<Path> files;

    @Option(
            names = "--model",
            paramLabel = "ID|DIR",
            description = "The model to learn for; default: the default model.")
    String model;

    @Option(names = "--name", paramLabel = "NAME", description = "What it is called; default: own.")
    String name = "own";

    @Option(names = "--output", paramLabel = "FILE", description = "Where it goes; default: fit.bin.")
    Path output = Path.of(FitFile.NAME);

    @Option(
            names = "--folds",
            paramLabel = "DIR",
            description =
                    "Where the fits to four fifths of the documents go; assay calibrate --cross-fitted wants them.")
    Path folds;

    @Option(
            names = "--words",
            paramLabel = "FILE",
            description = "More labelled sets, for lexical alone: no model runs over them. May be given several times.")
    List<Path> words = new ArrayList<>();

    @Option(
            names = "--cache",
            paramLabel = "FILE",
            description = "Keeps the model's numbers of each text, so that what was stopped goes on where it stood.")
    Path cache;

    @Option(
            names = "--also-for",
            paramLabel = "ID|DIR",
            split = ",",
            description = "Other bundles of the same model that it may be used with, such as another precision.")
    List<String> others = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Another number changes copies otherwise; default: 1.")
    long seed = 1;

    @Option(names = "--copies", paramLabel = "N", description = "Changed copies of each text; default: 1.")
    int copies = 1;

    @Option(
            names = "--skip",
            paramLabel = "N",
            description = "Tokens left out at the front, where machine texts often repeat a prompt; default: 32.")
    int skip = 32;

    @Option(names = "--tokens", paramLabel = "N", description = "Most tokens of a text; default: 160.")
    int tokens = 160;

    @Option(names = "--ridge", paramLabel = "X", description = "Ridge of the discriminant; default: 0.5.")
    double ridge = 0.5;

    @Option(names = "--report", description = "Also measure on what is left out in turn; takes a fit for each kind.")
    boolean report;

    @Mixin
    final OutputFile target = new OutputFile();

    @Mixin
    final SettingsOptions options;

    TrainCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public void run() {
        target.check(output);
        Settings given = options.read();
        Settings settings = model == null ? given : given.with(SettingTable.MODEL, model, "--model");
        BundleJudges bundles = new BundleJudges(ModelStore::open);
        Bundle bundle = bundles.bundle(settings, here::progress);
        TrainingSettings how = settings();
        AttackMix attacks = attacks(bundle);
        List<String> ids = new ArrayList<>(List.of(bundle.id()));
        others.forEach(other ->
                ids.add(bundles.bundle(settings.with(SettingTable.MODEL, other, "--also-for"), here::progress)
                        .id()));
        FitCertificate draft = new FitCertificate(
                name,
                ProgramVersion.get(),
                bundle.id(),
                ids,
                bundle.manifest().pooledLayers(),
                ridge,
                tokens,
                skip,
                seed,
                copies,
                attacks.names(),
                "",
                List.of());
        Trainer trainer = new Trainer(how, draft, here::progress);
        try (ScoringModel opened = open(bundle, settings)) {
            RowMaker maker = new RowMaker(opened, attacks, how);
            int workers = ScoringSettings.workers(settings);
            List<TrainingRow> rows = each(files, workers, maker::rows);
            write(trainer, rows, each(words, workers, maker::words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TrainingSettings settings() {
        try {
            return new TrainingSettings(seed, copies, skip, tokens, ridge);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + ".");
        }
    }

    private AttackMix attacks(Bundle bundle) {
        AttackMaterials materials = new AttackMaterials(List::of, () -> bundle);
        return new AttackMix(
                ATTACKS.stream()
                        .map(attack -> Attacks.named(attack, materials))
                        .map(attack -> new SeededAttack(attack, seed, attack.usualStrength()))
                        .toList(),
                seed);
    }

    private ScoringModel open(Bundle bundle, Settings settings) throws IOException {
        Scorer scorer = OnnxScorer.open(
                bundle, ScoringSettings.fitted(settings, bundle).window(), settings.get(SettingTable.ENGINE_THREADS));
        return new ScoringModel(
                bundle,
                DjlTokenizer.open(bundle),
                cache == null ? scorer : CachingScorer.open(scorer, bundle.id(), cache),
                FrequencyFile.find(bundle));
    }

    private <R> List<R> each(List<Path> sets, int workers, Function<LabelledText, List<R>> making) throws IOException {
        List<LabelledText> texts = LabelledFiles.labelled(sets).stream()
                .map(text -> text.with(text.id(), WhiteSpace.collapse(text.text())))
                .toList();
        List<R> rows = new ArrayList<>();
        int[] done = {0};
        try (OrderedWork ordered = new OrderedWork(workers)) {
            ordered.each(texts.iterator(), text -> made(text, making), found -> {
                rows.addAll(found);
                if (++done[0] % STEP == 0) {
                    here.progress("read " + done[0] + " of " + texts.size() + " texts");
                }
            });
        }
        return rows;
    }

    private <R> List<R> made(LabelledText text, Function<LabelledText, List<R>> making) {
        try {
            return making.apply(text);
        } catch (MalformedTextException | TokenizationException | ModelFaultException e) {
            here.progress(text.id() + " is left out: " + e.getMessage());
            return List.of();
        }
    }

    private void write(Trainer trainer, List<TrainingRow> rows, List<WordRow> more) throws IOException {
        Trainer.Trained trained = trainer.train(rows, more);
        target.write(output, place -> FitFile.write(trained.fit(), place));
        if (folds != null) {
            Files.createDirectories(folds);
            for (int fold = 0; fold < Trainer.FOLDS; fold++) {
                FitFile.write(trained.folds().get(fold), folds.resolve(Trainer.fileOf(fold)));
            }
        }
        here.out()
                .println(output + ": fit " + name + " of " + rows.size() + " texts, " + more.size()
                        + " more for lexical");
        if (report) {
            TrainingTable.print(here.out(), trainer.report(rows, more, trained));
        }
    }
}
