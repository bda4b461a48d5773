package dev.assay.detectors.score;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/** The tensors of one run of one graph, over direct buffers, without a copy in or out; closing it frees them. */
final class Feed implements AutoCloseable {
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    private final Map<String, OnnxTensor> outputs = new HashMap<>();

    void in(String name, LongBuffer values, long... shape) throws OrtException {
        inputs.put(name, OnnxTensor.createTensor(OnnxRuntime.ENVIRONMENT, values, shape));
    }

    void in(String name, FloatBuffer values, long... shape) throws OrtException {
        inputs.put(name, OnnxTensor.createTensor(OnnxRuntime.ENVIRONMENT, values, shape));
    }

    /** Where the graph is to write this output. */
    void out(String name, LongBuffer values, long... shape) throws OrtException {
        outputs.put(name, OnnxTensor.createTensor(OnnxRuntime.ENVIRONMENT, values, shape));
    }

    /** Where the graph is to write this output. */
    void out(String name, FloatBuffer values, long... shape) throws OrtException {
        outputs.put(name, OnnxTensor.createTensor(OnnxRuntime.ENVIRONMENT, values, shape));
    }

    void run(OrtSession session) throws OrtException {
        ScoringStop.run(session, inputs, outputs);
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
    }
}
