package dev.assay.detectors.detect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.detectors.score.TokenScores;
import java.util.Arrays;

/** The 41 × 24 logits of the golden file as token scores; row i predicts id i + 1, samples are rows of drawn ids. */
final class SmallLogits {
    private SmallLogits() {}

    static ScoredText scored(String logits) {
        JsonNode file = Golden.file("logits_small.json");
        int[] ids = Golden.ints(file.get("inputIds"));
        int n = ids.length - 1;
        int draws = file.get("samples").get(0).size();
        TokenScores scores =
                new TokenScores(new double[n], new int[n], new double[n], new double[n], new double[draws][n]);
        for (int j = 0; j < n; j++) {
            double[] logProbs = logSoftmax(Golden.doubles(file.get(logits).get(j)));
            fill(scores, j, logProbs, ids[j + 1]);
            for (int c = 0; c < draws; c++) {
                scores.sampledLogProbs()[c][j] =
                        logProbs[file.get("samples").get(j).get(c).asInt()];
            }
        }
        return Texts.of(scores);
    }

    private static void fill(TokenScores scores, int j, double[] logProbs, int id) {
        scores.logProbs()[j] = logProbs[id];
        scores.ranks()[j] =
                1 + (int) Arrays.stream(logProbs).filter(v -> v > logProbs[id]).count();
        scores.meanLogProbs()[j] =
                Arrays.stream(logProbs).map(v -> Math.exp(v) * v).sum();
        scores.meanSquaredLogProbs()[j] =
                Arrays.stream(logProbs).map(v -> Math.exp(v) * v * v).sum();
    }

    private static double[] logSoftmax(double[] logits) {
        double normalizer = Math.log(Arrays.stream(logits).map(Math::exp).sum());
        return Arrays.stream(logits).map(v -> v - normalizer).toArray();
    }
}
