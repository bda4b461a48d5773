package dev.assay.streams.cli;

import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.train.Trainer;
import dev.assay.streams.judge.Judge;
import dev.assay.streams.judge.Judges;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Who judges which text: one for all, or for each the one whose learned numbers have not seen its document. */
final class TextJudges implements AutoCloseable {
    private final Judge whole;
    private final List<Judge> folds;

    private TextJudges(Judge whole, List<Judge> folds) {
        this.whole = whole;
        this.folds = folds;
    }

    /** Where the fits to a part of the documents are. */
    static final class Options {
        @Option(
                names = "--cross-fitted",
                paramLabel = "DIR",
                description =
                        "Fits of assay train --folds: each text is scored by the one that has not seen its document.")
        Path crossFitted;

        TextJudges open(Judges judges, Settings settings, Consumer<String> progress) {
            TextJudges opened = new TextJudges(judges.open(settings, progress), new ArrayList<>());
            try {
                for (int fold = 0; crossFitted != null && fold < Trainer.FOLDS; fold++) {
                    String fit = crossFitted.resolve(Trainer.fileOf(fold)).toString();
                    opened.folds.add(judges.open(settings.with(SettingTable.FIT, fit, "--cross-fitted"), progress));
                }
                return opened;
            } catch (RuntimeException e) {
                opened.close();
                throw e;
            }
        }
    }

    /** The one with the fit to all documents. */
    Judge whole() {
        return whole;
    }

    Judge of(LabelledText text) {
        return folds.isEmpty() ? whole : folds.get(Trainer.fold(text.document()));
    }

    /** Texts of documents that the fit which scores them has seen. */
    long seen(List<LabelledText> texts) {
        return texts.stream()
                .filter(text -> of(text).hasSeen().test(text.document()))
                .count();
    }

    @Override
    public void close() {
        folds.forEach(Judge::close);
        whole.close();
    }
}
