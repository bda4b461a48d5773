package dev.assay.streams.cli;

import dev.assay.detectors.corpus.Half;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.corpus.LabelledTexts;
import dev.assay.streams.judge.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads files of labelled texts, or a half of their documents. */
final class LabelledFiles {
    private LabelledFiles() {}

    /** Which documents. */
    enum Part {
        TEST,
        CALIBRATION,
        ALL;

        boolean has(LabelledText text) {
            return this == ALL || text.half() == Half.valueOf(name());
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All texts of the files, in order; a file of plain text is one text without label. */
    static List<LabelledText> read(List<Path> files) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new CommandFailure(file + ": no such file; check the path.");
            }
            if (InputFormat.AUTO.of(file.toString(), new byte[0]) == InputFormat.TEXT) {
                texts.add(LabelledTexts.text(file));
            } else {
                texts.addAll(LabelledTexts.read(file));
            }
        }
        return texts;
    }

    /** Those texts of the files that have a label, in order. */
    static List<LabelledText> labelled(List<Path> files) throws IOException {
        return read(files).stream().filter(text -> text.label() != null).toList();
    }

    /** Shipped calibrations were made from the other half of the documents. */
    static Part fairHalf(Judge judge) {
        return judge.provenance().getCalibrations().isEmpty() ? Part.ALL : Part.TEST;
    }

    static List<LabelledText> of(List<LabelledText> texts, Part part) {
        return texts.stream().filter(part::has).toList();
    }
}
