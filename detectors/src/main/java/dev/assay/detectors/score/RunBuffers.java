package dev.assay.detectors.score;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Memory that ONNX Runtime reads and writes in place, outside the heap; kept from run to run, since freeing it would wait for the
 * garbage collector. Used by one run at a time.
 */
final class RunBuffers {
    /** Rows that the head takes at once. */
    static final int CHUNK = 128;

    final int hiddenSize;
    final int vocabulary;
    final LongBuffer ids; // (window)
    final FloatBuffer hidden; // (window + 1, H)
    final LongBuffer targets; // (CHUNK)
    final FloatBuffer logProb; // nats (CHUNK)
    final LongBuffer rank; // (CHUNK)
    final FloatBuffer meanLogProb; // nats (CHUNK)
    final FloatBuffer meanSquaredLogProb; // nats² (CHUNK)
    final FloatBuffer pooling; // (groups, window); of no length where no layer is pooled
    final List<FloatBuffer> pooled; // a layer: (groups, H)
    private FloatBuffer logProbs; // nats (CHUNK, V)

    RunBuffers(int window, int hiddenSize, int vocabulary, int pooledLayers) {
        this.hiddenSize = hiddenSize;
        this.vocabulary = vocabulary;
        ids = longs(window);
        hidden = floats((window + 1) * hiddenSize);
        targets = longs(CHUNK);
        logProb = floats(CHUNK);
        rank = longs(CHUNK);
        meanLogProb = floats(CHUNK);
        meanSquaredLogProb = floats(CHUNK);
        int groups = window / PooledStates.GROUP + 2; // the first and the last may be cut
        pooling = floats(pooledLayers == 0 ? 0 : Math.multiplyExact(groups, window));
        pooled = Stream.generate(() -> floats(groups * hiddenSize))
                .limit(pooledLayers)
                .toList();
    }

    /** The chunk's distributions, 25 MB for a vocabulary of 49,152: there only once a run has sampled. */
    FloatBuffer logProbs() {
        if (logProbs == null) {
            logProbs = floats(Math.multiplyExact(CHUNK, vocabulary));
        }
        return logProbs;
    }

    private static FloatBuffer floats(int count) {
        return bytes(Math.multiplyExact(count, Float.BYTES)).asFloatBuffer();
    }

    private static LongBuffer longs(int count) {
        return bytes(Math.multiplyExact(count, Long.BYTES)).asLongBuffer();
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocateDirect(count).order(ByteOrder.nativeOrder());
    }
}
