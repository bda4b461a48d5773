package dev.assay.detectors.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Files of a corpus, plain or compressed. */
final class CorpusFile {
    private static final String COMPRESSED = ".gz";

    private CorpusFile() {}

    static List<String> texts(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!name.endsWith(COMPRESSED)) {
            return plain(file, name);
        }
        Path copy = Files.createTempFile("corpus", null);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return plain(copy, name.substring(0, name.length() - COMPRESSED.length()));
        } finally {
            Files.delete(copy);
        }
    }

    private static List<String> plain(Path file, String name) throws IOException {
        return name.endsWith(".txt")
                ? List.of(LabelledTexts.text(file).text())
                : LabelledTexts.read(file).stream().map(LabelledText::text).toList();
    }
}
