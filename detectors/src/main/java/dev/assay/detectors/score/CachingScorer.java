package dev.assay.detectors.score;

import dev.assay.detectors.model.Sha256;
import dev.assay.detectors.tokenize.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keeps what the model said of each text in a file, so that long work that was stopped goes on where it stood. A text whose
 * alternatives are drawn goes to the model every time. Thread-safe.
 */
public final class CachingScorer implements Scorer {
    private final Scorer scorer;
    private final String bundle;
    private final ScoreFile file;

    private CachingScorer(Scorer scorer, String bundle, ScoreFile file) {
        this.scorer = scorer;
        this.bundle = bundle;
        this.file = file;
    }

    /**
     * A scorer in front of another, which it closes with itself.
     *
     * @param bundle id of the bundle that scores, so that one file may serve several
     * @param file made where there is none; a last entry that was cut short is dropped
     * @throws IOException when it cannot be read or written, or is another kind of file
     */
    public static CachingScorer open(Scorer scorer, String bundle, Path file) throws IOException {
        return new CachingScorer(scorer, bundle, ScoreFile.open(file));
    }

    @Override
    public TokenScores score(Tokens tokens, int samples) {
        if (samples > 0) {
            return scorer.score(tokens, samples);
        }
        String key = key(tokens);
        try {
            Optional<TokenScores> kept = file.get(key);
            if (kept.isPresent()) {
                return kept.get();
            }
            TokenScores scores = scorer.score(tokens, 0);
            file.put(key, scores);
            return scores;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts kept. */
    public int size() {
        return file.size();
    }

    private String key(Tokens tokens) {
        MessageDigest digest = Sha256.digest();
        digest.update(HexFormat.of().parseHex(bundle));
        ByteBuffer ids = ByteBuffer.allocate(tokens.count() * Integer.BYTES);
        ids.asIntBuffer().put(tokens.ids());
        digest.update(ids);
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        scorer.close();
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
