package dev.assay.detectors.corpus;

import dev.assay.detectors.model.Sha256;
import dev.assay.detectors.normalize.NormalizedText;
import dev.assay.detectors.normalize.TextNormalizer;
import dev.assay.detectors.tokenize.Tokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Counts every occurrence of every token in a corpus, whose texts are normalized and tokenized as scored texts are. The corpus hash
 * is SHA-256 over the SHA-256 of each normalized text's UTF-8, in order: it names the texts, however the files split them. Not
 * thread-safe.
 */
public final class FrequencyCounter {
    private final Tokenizer tokenizer;
    private final String tokenizerHash;
    private final int[] counts; // (V)
    private final MessageDigest corpus = Sha256.digest();
    private long total;
    private long texts;

    /**
     * Counts nothing yet.
     *
     * @param tokenizer the scoring model's
     * @param tokenizerHash SHA-256 of its file, hex
     * @param vocabulary V, width of the model's logits
     */
    public FrequencyCounter(Tokenizer tokenizer, String tokenizerHash, int vocabulary) {
        this.tokenizer = tokenizer;
        this.tokenizerHash = tokenizerHash;
        counts = new int[vocabulary];
    }

    /**
     * Counts a text.
     *
     * @throws dev.assay.detectors.normalize.MalformedTextException when it is no valid UTF-16
     */
    public void add(String text) {
        NormalizedText normalized = TextNormalizer.normalize(text);
        corpus.update(Sha256.digest().digest(normalized.text().getBytes(StandardCharsets.UTF_8)));
        int[] ids = tokenizer.tokenize(normalized).ids();
        for (int id : ids) {
            counts[id] = Math.incrementExact(counts[id]);
        }
        total += ids.length;
        texts++;
    }

    /**
     * Counts every text of a file: any of the shapes of {@link LabelledTexts}, or one plain text in a file named {@code .txt};
     * either may be compressed as {@code .gz}.
     */
    public void addFile(Path file) throws IOException {
        for (String text : CorpusFile.texts(file)) {
            add(text);
        }
    }

    /** Texts counted so far. */
    public long texts() {
        return texts;
    }

    /** What has been counted so far. */
    public ReferenceFrequencies frequencies() {
        try {
            MessageDigest soFar = (MessageDigest) corpus.clone();
            return new ReferenceFrequencies(
                    tokenizerHash, HexFormat.of().formatHex(soFar.digest()), counts.clone(), total);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }
}
