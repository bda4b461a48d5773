package dev.assay.detectors;

import dev.assay.detectors.calibrate.Calibrations;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.normalize.NormalizedText;
import dev.assay.detectors.score.Scorer;
import dev.assay.detectors.score.TokenScores;
import dev.assay.detectors.tokenize.Tokenizer;
import dev.assay.detectors.tokenize.Tokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model that needs no files: a token is a word with the space before it, and a word in capitals has an odd id and is likely (ln p = −1), any
 * other unlikely (−10).
 */
final class StubModel {
    /** Model runs so far. */
    final AtomicInteger runs = new AtomicInteger();
    /** What a run does besides. */
    volatile Runnable whileScoring = () -> {};
    /** Whether its scorer has been closed. */
    volatile boolean isClosed;

    ScoringModel model(Path directory) {
        return new ScoringModel(
                new Bundle(directory, Calibrations.model("fp32")), new Words(), new Capitals(), Optional.empty());
    }

    private static final class Words implements Tokenizer {
        @Override
        public Tokens tokenize(NormalizedText text) {
            byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
            int[] starts = new int[bytes.length];
            int count = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (i == 0 || bytes[i] == ' ') {
                    starts[count++] = i;
                }
            }
            int[] byteStarts = Arrays.copyOf(starts, count);
            int[] byteEnds = new int[count];
            int[] ids = new int[count];
            for (int i = 0; i < count; i++) {
                byteEnds[i] = i + 1 < count ? byteStarts[i + 1] : bytes.length;
                String word = new String(bytes, byteStarts[i], byteEnds[i] - byteStarts[i], StandardCharsets.UTF_8);
                boolean capital = Character.isUpperCase(word.strip().codePointAt(0));
                ids[i] = 2 * (word.strip().hashCode() & 0xFFFF) + (capital ? 1 : 0);
            }
            return new Tokens(text, ids, byteStarts, byteEnds);
        }

        @Override
        public void close() {}
    }

    private final class Capitals implements Scorer {
        @Override
        public TokenScores score(Tokens tokens, int samples) {
            runs.incrementAndGet();
            whileScoring.run();
            int n = tokens.count();
            double[] logProbs = Arrays.stream(tokens.ids())
                    .mapToDouble(id -> id % 2 == 1 ? -1 : -10)
                    .toArray();
            int[] ranks =
                    Arrays.stream(tokens.ids()).map(id -> id % 2 == 1 ? 1 : 9).toArray();
            double[] means = new double[n];
            double[] squares = new double[n];
            Arrays.fill(means, -2);
            Arrays.fill(squares, 5);
            return new TokenScores(logProbs, ranks, means, squares, new double[samples][n]);
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
