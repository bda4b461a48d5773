package dev.assay.detectors.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/** What a body graph is fed for its hidden states; where it pools too, with weights of zero. */
final class BodyInputs implements AutoCloseable {
    private static final OrtEnvironment ENVIRONMENT = OnnxEnvironment.get();

    private final Map<String, OnnxTensor> tensors = new HashMap<>();

    BodyInputs(OrtSession body, long... ids) throws OrtException {
        tensors.put(
                "input_ids", OnnxTensor.createTensor(ENVIRONMENT, LongBuffer.wrap(ids), new long[] {1, ids.length}));
        if (body.getInputNames().contains(Bundle.POOLING)) {
            FloatBuffer zeros = FloatBuffer.allocate(ids.length);
            tensors.put(Bundle.POOLING, OnnxTensor.createTensor(ENVIRONMENT, zeros, new long[] {1, ids.length}));
        }
    }

    float[][] hidden(OrtSession body) throws OrtException {
        try (OrtSession.Result result = body.run(tensors)) {
            return (float[][]) result.get("hidden").orElseThrow().getValue();
        }
    }

    @Override
    public void close() {
        tensors.values().forEach(OnnxTensor::close);
    }
}
