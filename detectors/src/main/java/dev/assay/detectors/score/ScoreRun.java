package dev.assay.detectors.score;

import ai.onnxruntime.OrtException;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.tokenize.Window;
import java.util.List;

/** One text's way through the model: what it reads, where it writes, what has been scored so far. */
final class ScoreRun {
    private final Graphs graphs;
    private final RunBuffers buffers;
    private final int[] ids; // (n)
    private final Sampler sampler; // null where nothing is sampled
    private final TokenScores scores;
    private final StateSums sums;

    ScoreRun(Graphs graphs, RunBuffers buffers, int[] ids, Sampler sampler, int samples) {
        this.graphs = graphs;
        this.buffers = buffers;
        this.ids = ids;
        this.sampler = sampler;
        int n = ids.length;
        scores = new TokenScores(new double[n], new int[n], new double[n], new double[n], new double[samples][n]);
        sums = new StateSums(graphs.pooledLayers(), buffers.hiddenSize, n);
    }

    /** Complete once every window has been scored. */
    TokenScores scores() {
        return pools() ? scores.with(sums.states()) : scores;
    }

    void score(Window window) throws OrtException {
        hiddenStates(window);
        for (int from = window.scoreFrom(); from < window.end(); from += RunBuffers.CHUNK) {
            chunk(window, from, Math.min(window.end(), from + RunBuffers.CHUNK));
        }
    }

    private boolean pools() {
        return !graphs.pooledLayers().isEmpty();
    }

    /**
     * Row i of the hidden states predicts token {@code window.start() + i}. The last token predicts nothing that is scored: the model
     * reads it where its state is wanted, or where there is no other.
     */
    private void hiddenStates(Window window) throws OrtException {
        int fed = pools() ? window.length() : Math.max(1, window.length() - 1);
        for (int i = 0; i < fed; i++) {
            buffers.ids.put(i, ids[window.start() + i]);
        }
        try (Feed feed = new Feed()) {
            feed.in("input_ids", buffers.ids.slice(0, fed), 1, fed);
            feed.out("hidden", buffers.hidden.slice(0, (fed + 1) * buffers.hiddenSize), fed + 1, buffers.hiddenSize);
            if (pools()) {
                pool(feed, window);
            }
            feed.run(graphs.body());
        }
        for (int i = 0; i < graphs.pooledLayers().size(); i++) {
            sums.add(i, window, buffers.pooled.get(i));
        }
    }

    private void pool(Feed feed, Window window) throws OrtException {
        int groups = StateSums.groups(window);
        int length = groups * window.length();
        buffers.pooling.put(0, StateSums.pooling(window), 0, length);
        feed.in(Bundle.POOLING, buffers.pooling.slice(0, length), groups, window.length());
        List<Integer> layers = graphs.pooledLayers();
        for (int i = 0; i < layers.size(); i++) {
            int width = buffers.hiddenSize;
            feed.out(Bundle.pooled(layers.get(i)), buffers.pooled.get(i).slice(0, groups * width), groups, width);
        }
    }

    private void chunk(Window window, int from, int to) throws OrtException {
        int rows = to - from;
        int width = buffers.hiddenSize;
        for (int i = 0; i < rows; i++) {
            buffers.targets.put(i, ids[from + i]);
        }
        try (Feed feed = new Feed()) {
            feed.in("hidden", buffers.hidden.slice((from - window.start()) * width, rows * width), rows, width);
            feed.in("targets", buffers.targets.slice(0, rows), rows);
            feed.out("log_prob", buffers.logProb.slice(0, rows), rows);
            feed.out("rank", buffers.rank.slice(0, rows), rows);
            feed.out("mean_log_prob", buffers.meanLogProb.slice(0, rows), rows);
            feed.out("mean_sq_log_prob", buffers.meanSquaredLogProb.slice(0, rows), rows);
            if (sampler != null) {
                int v = buffers.vocabulary;
                feed.out("log_probs", buffers.logProbs().slice(0, rows * v), rows, v);
            }
            feed.run(graphs.head());
        }
        for (int i = 0; i < rows; i++) {
            keep(i, from + i);
        }
    }

    private void keep(int row, int token) {
        scores.logProbs()[token] = finite(buffers.logProb.get(row), token);
        scores.ranks()[token] = Math.toIntExact(buffers.rank.get(row));
        scores.meanLogProbs()[token] = finite(buffers.meanLogProb.get(row), token);
        scores.meanSquaredLogProbs()[token] = finite(buffers.meanSquaredLogProb.get(row), token);
        if (sampler != null) {
            buffers.logProbs().get(row * buffers.vocabulary, sampler.row());
            sampler.draw(token, scores.sampledLogProbs());
        }
    }

    private double finite(float value, int token) {
        if (!Float.isFinite(value)) {
            throw new ModelFaultException("the model gave " + value + " at token " + token + " of " + ids.length);
        }
        return value;
    }
}
