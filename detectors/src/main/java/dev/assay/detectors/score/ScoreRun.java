package dev.assay.detectors.score;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.assay.detectors.tokenize.Window;

/** One text's way through the model: what it reads, where it writes, what has been scored so far. */
final class ScoreRun {
    private final OrtSession body;
    private final OrtSession head;
    private final RunBuffers buffers;
    private final int[] ids; // (n)
    private final Sampler sampler; // null where nothing is sampled
    private final TokenScores scores;

    ScoreRun(OrtSession body, OrtSession head, RunBuffers buffers, int[] ids, Sampler sampler, int samples) {
        this.body = body;
        this.head = head;
        this.buffers = buffers;
        this.ids = ids;
        this.sampler = sampler;
        int n = ids.length;
        scores = new TokenScores(new double[n], new int[n], new double[n], new double[n], new double[samples][n]);
    }

    /** Complete once every window has been scored. */
    TokenScores scores() {
        return scores;
    }

    void score(Window window) throws OrtException {
        hiddenStates(window);
        for (int from = window.scoreFrom(); from < window.end(); from += RunBuffers.CHUNK) {
            chunk(window, from, Math.min(window.end(), from + RunBuffers.CHUNK));
        }
    }

    /** Row i of the hidden states predicts token {@code window.start() + i}; the last token predicts nothing that is scored. */
    private void hiddenStates(Window window) throws OrtException {
        int fed = Math.max(1, window.length() - 1);
        for (int i = 0; i < fed; i++) {
            buffers.ids.put(i, ids[window.start() + i]);
        }
        try (Feed feed = new Feed()) {
            feed.in("input_ids", buffers.ids.slice(0, fed), 1, fed);
            feed.out("hidden", buffers.hidden.slice(0, (fed + 1) * buffers.hiddenSize), fed + 1, buffers.hiddenSize);
            feed.run(body);
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
            feed.run(head);
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
