package dev.assay.detectors.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Files of a corpus, plain or compressed. */
final class CorpusFile {
    private static final String COMPRESSED = ".gz";
    private static final int PIECE = 1 << 16;
    private static final long LEAST_LIMIT = 1L << 26; // 64 MiB
    private static final long MOST_TIMES = 100; // texts take a third to a tenth of their size, at best
    private static final long MOST_BYTES = 1L << 34; // 16 GiB

    private CorpusFile() {}

    static List<String> texts(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!name.endsWith(COMPRESSED)) {
            return plain(file, name);
        }
        Path copy = Files.createTempFile("corpus", null);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                OutputStream out = Files.newOutputStream(copy)) {
            long most = Math.min(MOST_BYTES, Math.max(LEAST_LIMIT, MOST_TIMES * Files.size(file)));
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                most -= piece.length;
                if (most < 0) {
                    throw new CorpusFormatException(
                            file, "holds far more than its size says: if that is right, give it uncompressed");
                }
                out.write(piece);
            }
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
