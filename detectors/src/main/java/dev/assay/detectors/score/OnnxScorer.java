package dev.assay.detectors.score;

import ai.onnxruntime.OrtException;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.tokenize.Tokens;
import dev.assay.detectors.tokenize.Window;
import dev.assay.detectors.tokenize.Windows;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Runs a bundle's graphs with ONNX Runtime: the body once a window, then the head over the window's scored tokens, 128 at a time.
 * A run holds one text. Thread-safe: callers share the sessions, each with its own buffers.
 */
public final class OnnxScorer implements Scorer {
    private final Bundle bundle;
    private final int window;
    private final Graphs graphs;
    private final ConcurrentLinkedQueue<RunBuffers> idle = new ConcurrentLinkedQueue<>();
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private boolean closed;

    private OnnxScorer(Bundle bundle, int window, Graphs graphs) {
        this.bundle = bundle;
        this.window = window;
        this.graphs = graphs;
    }

    /**
     * Opens a bundle's graphs.
     *
     * @param window most tokens the model sees at once, 2 to the model's context length
     * @param threads threads of one run, the caller's included; touches no score
     * @throws IllegalArgumentException for a window outside that range
     * @throws dev.assay.detectors.model.BundleException when a graph cannot be opened
     */
    public static OnnxScorer open(Bundle bundle, int window, int threads) {
        int context = bundle.manifest().contextLength();
        if (window < 2 || window > context) {
            throw new IllegalArgumentException("setting window is " + window + ": set it to 2 to " + context
                    + ", the context of " + bundle.manifest().name());
        }
        return new OnnxScorer(bundle, window, Graphs.open(bundle, threads));
    }

    @Override
    public TokenScores score(Tokens tokens, int samples) {
        life.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the scorer is closed");
            }
            return run(tokens, samples);
        } finally {
            life.readLock().unlock();
        }
    }

    private TokenScores run(Tokens tokens, int samples) {
        RunBuffers buffers = borrow();
        try {
            ScoreRun run = new ScoreRun(graphs, buffers, tokens.ids(), sampler(tokens, samples), samples);
            for (Window next : Windows.cover(tokens.count(), window)) {
                run.score(next);
            }
            return run.scores();
        } catch (OrtException e) {
            throw fault(tokens, e);
        } finally {
            idle.add(buffers);
        }
    }

    private static ModelFaultException fault(Tokens tokens, OrtException e) {
        String text = "a text of " + tokens.count() + " tokens";
        return OnnxRuntime.isWantOfMemory(e)
                ? new ModelMemoryException("the model finds no memory for " + text, e)
                : new ModelFaultException("the model cannot run over " + text, e);
    }

    private Sampler sampler(Tokens tokens, int samples) {
        if (samples == 0) {
            return null;
        }
        Uniforms uniforms =
                new Uniforms(bundle.manifest().sourceSha256(), tokens.text().text());
        return new Sampler(uniforms, samples, bundle.manifest().vocabulary());
    }

    private RunBuffers borrow() {
        RunBuffers buffers = idle.poll();
        return buffers != null
                ? buffers
                : new RunBuffers(
                        window,
                        bundle.manifest().hiddenSize(),
                        bundle.manifest().vocabulary(),
                        bundle.manifest().pooledLayers().size());
    }

    /** Waits for the runs under way, then frees the sessions. */
    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                graphs.close();
                idle.clear();
            }
        } finally {
            life.writeLock().unlock();
        }
    }
}
