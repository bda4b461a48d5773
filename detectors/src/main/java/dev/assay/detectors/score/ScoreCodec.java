package dev.assay.detectors.score;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Token scores without drawn alternatives as bytes, every number with all its bits. */
final class ScoreCodec {
    private static final int BYTES_A_TOKEN = 3 * Double.BYTES + Integer.BYTES;

    private ScoreCodec() {}

    static byte[] write(TokenScores scores) {
        int n = scores.count();
        List<Integer> layers = scores.states().map(PooledStates::layers).orElse(List.of());
        int width = layers.isEmpty() ? 0 : scores.states().orElseThrow().sums(layers.get(0)).length;
        ByteBuffer out = ByteBuffer.allocate(
                2 * Integer.BYTES + n * BYTES_A_TOKEN + layers.size() * (2 + width) * Integer.BYTES);
        out.putInt(n);
        for (int j = 0; j < n; j++) {
            out.putDouble(scores.logProbs()[j]).putInt(scores.ranks()[j]);
            out.putDouble(scores.meanLogProbs()[j]).putDouble(scores.meanSquaredLogProbs()[j]);
        }
        out.putInt(layers.size());
        for (int layer : layers) {
            out.putInt(layer).putInt(width);
            for (float sum : scores.states().orElseThrow().sums(layer)) {
                out.putFloat(sum);
            }
        }
        return out.array();
    }

    static TokenScores read(ByteBuffer in) {
        int n = in.getInt();
        double[] logProbs = new double[n];
        int[] ranks = new int[n];
        double[] means = new double[n];
        double[] squares = new double[n];
        for (int j = 0; j < n; j++) {
            logProbs[j] = in.getDouble();
            ranks[j] = in.getInt();
            means[j] = in.getDouble();
            squares[j] = in.getDouble();
        }
        return new TokenScores(logProbs, ranks, means, squares, new double[0][], states(in, n));
    }

    private static Optional<PooledStates> states(ByteBuffer in, int tokens) {
        int[] layers = new int[in.getInt()];
        float[][] sums = new float[layers.length][];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = in.getInt();
            sums[i] = new float[in.getInt()];
            for (int at = 0; at < sums[i].length; at++) {
                sums[i][at] = in.getFloat();
            }
        }
        return layers.length == 0
                ? Optional.empty()
                : Optional.of(PooledStates.of(Arrays.stream(layers).boxed().toList(), tokens, sums));
    }
}
