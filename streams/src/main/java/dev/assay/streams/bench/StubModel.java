package dev.assay.streams.bench;

import dev.assay.detectors.Assessor;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.ScoringModel;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.BundleManifest;
import dev.assay.detectors.normalize.NormalizedText;
import dev.assay.detectors.score.Scorer;
import dev.assay.detectors.score.TokenScores;
import dev.assay.detectors.tokenize.Tokenizer;
import dev.assay.detectors.tokenize.Tokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** An assessor whose tokenizer and scorer cost nothing worth mentioning; all else in it is the real thing. */
final class StubModel {
    private static final int BYTES_A_TOKEN = 4;

    private StubModel() {}

    static Assessor assessor(AssessorSettings settings) {
        String hash = "0".repeat(64);
        BundleManifest manifest = new BundleManifest(
                hash,
                "stub",
                "stub",
                "stub",
                hash,
                1,
                "stub",
                0,
                hash,
                1,
                1,
                Integer.MAX_VALUE,
                List.of(),
                "none",
                "none",
                Map.of());
        ScoringModel model =
                new ScoringModel(new Bundle(Path.of(""), manifest), new Words(), new Constants(), Optional.empty());
        // No calibration was made for a stub.
        return Assessor.of(model, settings);
    }

    /** Every four bytes are a token. */
    private static final class Words implements Tokenizer {
        @Override
        public Tokens tokenize(NormalizedText text) {
            int bytes = text.text().getBytes(StandardCharsets.UTF_8).length;
            int n = (bytes + BYTES_A_TOKEN - 1) / BYTES_A_TOKEN;
            int[] starts = IntStream.range(0, n).map(i -> i * BYTES_A_TOKEN).toArray();
            int[] ends = IntStream.range(0, n)
                    .map(i -> Math.min(bytes, (i + 1) * BYTES_A_TOKEN))
                    .toArray();
            return new Tokens(text, IntStream.range(0, n).toArray(), starts, ends);
        }

        @Override
        public void close() {}
    }

    /** Numbers that differ from token to token and not from text to text. */
    private static final class Constants implements Scorer {
        @Override
        public TokenScores score(Tokens tokens, int samples) {
            int n = tokens.count();
            double[] logProbs = new double[n];
            int[] ranks = new int[n];
            for (int j = 0; j < n; j++) {
                logProbs[j] = -1 - j % 5;
                ranks[j] = 1 + j % 7;
            }
            double[] mean = new double[n];
            Arrays.fill(mean, -3);
            double[] squared = new double[n];
            Arrays.fill(squared, 12);
            return new TokenScores(logProbs, ranks, mean, squared, new double[0][]);
        }

        @Override
        public void close() {}
    }
}
