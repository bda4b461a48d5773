package dev.assay.detectors.corpus;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.BundleException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Reference frequencies as a file: gzip over one line {@code assay-frequencies 1 <tokenizer hash> <corpus hash> <V> <N>} and then
 * V counts, each in groups of seven bits, lowest first, with the top bit set in all but the last.
 */
public final class FrequencyFile {
    /** Name of a bundle's own file, which goes before the one that ships. */
    public static final String NAME = "frequencies.gz";

    private static final String FORMAT = "assay-frequencies 1";
    private static final int LONGEST_HEADER = 400;
    private static final int LARGEST_VOCABULARY = 10_000_000;
    private static final int BUFFER = 1 << 13;

    private FrequencyFile() {}

    /**
     * The frequencies for a bundle: those beside it, else those that ship for its tokenizer.
     *
     * @throws BundleException when the bundle's own cannot be read, or were counted with another tokenizer
     */
    public static Optional<ReferenceFrequencies> find(Bundle bundle) {
        String tokenizer = bundle.manifest().tokenizerHash();
        Path own = bundle.directory().resolve(NAME);
        try {
            if (!Files.exists(own)) {
                return shipped(tokenizer);
            }
            ReferenceFrequencies frequencies = read(own);
            if (!frequencies.tokenizerHash().equals(tokenizer)) {
                throw new CorpusFormatException(
                        own, "was counted with another tokenizer: count it again with this model");
            }
            if (frequencies.counts().length < bundle.manifest().vocabulary()) {
                throw new CorpusFormatException(
                        own, "has fewer counts than the model has tokens: count it again with this model");
            }
            return Optional.of(frequencies);
        } catch (IOException e) {
            throw new BundleException(e.getMessage(), e);
        }
    }

    /** The frequencies that ship for a tokenizer. */
    static Optional<ReferenceFrequencies> shipped(String tokenizerHash) throws IOException {
        String name = "frequencies/" + tokenizerHash + ".gz";
        try (InputStream in = FrequencyFile.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(read(in, Path.of(name)));
        }
    }

    /**
     * Reads a file.
     *
     * @throws CorpusFormatException when it is none of these, or truncated
     */
    public static ReferenceFrequencies read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file);
        }
    }

    /** Writes a file in the place of what was there. */
    public static void write(Path file, ReferenceFrequencies frequencies) throws IOException {
        try (OutputStream out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            String header = String.join(
                    " ",
                    FORMAT,
                    frequencies.tokenizerHash(),
                    frequencies.corpusHash(),
                    Integer.toString(frequencies.counts().length),
                    Long.toString(frequencies.total()));
            out.write((header + "\n").getBytes(StandardCharsets.US_ASCII));
            for (int count : frequencies.counts()) {
                writeCount(out, count);
            }
        }
    }

    private static ReferenceFrequencies read(InputStream in, Path name) throws IOException {
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in)))) {
            String[] header = header(data).split(" ", -1);
            int[] counts = readCounts(data, Integer.parseInt(header[4]));
            long total = Arrays.stream(counts).asLongStream().sum();
            if (total != Long.parseLong(header[5])) {
                throw new IOException("sum");
            }
            return new ReferenceFrequencies(header[2], header[3], counts, total);
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new CorpusFormatException(name, "is no whole file of frequencies: count it again");
        }
    }

    /** Memory grows with what there is, not with what the header says. */
    private static int[] readCounts(DataInputStream data, int vocabulary) throws IOException {
        if (vocabulary < 0 || vocabulary > LARGEST_VOCABULARY) {
            throw new IOException("vocabulary");
        }
        int[] counts = new int[Math.min(vocabulary, BUFFER)];
        for (int token = 0; token < vocabulary; token++) {
            if (token == counts.length) {
                counts = Arrays.copyOf(counts, Math.min(vocabulary, 2 * token));
            }
            counts[token] = readCount(data);
        }
        return counts;
    }

    private static String header(DataInputStream data) throws IOException {
        StringBuilder line = new StringBuilder();
        for (byte next = data.readByte(); next != '\n'; next = data.readByte()) {
            line.append((char) next);
            if (line.length() > LONGEST_HEADER) {
                throw new IOException("header");
            }
        }
        if (!line.toString().startsWith(FORMAT + " ")) {
            throw new IOException("format");
        }
        return line.toString();
    }

    private static void writeCount(OutputStream out, int count) throws IOException {
        int rest = count;
        while (rest > 0x7F) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static int readCount(DataInputStream data) throws IOException {
        int count = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            byte next = data.readByte();
            count |= (next & 0x7F) << shift;
            if (next >= 0 && count >= 0) {
                return count;
            }
        }
        throw new IOException("count");
    }
}
