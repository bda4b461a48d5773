package dev.assay.detectors.corpus;

import java.io.IOException;
import java.nio.file.Path;

/** A file of texts that cannot be read as one. The message names file, line and remedy, never the text. */
public final class CorpusFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    CorpusFormatException(Path file, long line, String what) {
        super(file + ":" + line + ": " + what);
    }

    CorpusFormatException(Path file, String what) {
        super(file + ": " + what);
    }
}
