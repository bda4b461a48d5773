package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.assay.detectors.model.StoriesBundles;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CPUs without VNNI multiply unsigned weights: the same whole numbers, by other instructions. */
class UnsignedWeightsTest {
    private static final long[] IDS = {1, 403, 407, 261, 378, 31, 7, 92, 411, 5, 300, 12};

    @Test
    void giveTheSameHiddenStates(@TempDir Path folder) throws IOException, OrtException {
        Path body = StoriesBundles.write("int8", folder.resolve("int8")).body();
        assertThat(hidden(body, true)).isDeepEqualTo(hidden(body, false));
    }

    private static float[][] hidden(Path body, boolean unsigned) throws OrtException {
        try (OrtSession session = OnnxRuntime.open(body, 1, unsigned);
                OnnxTensor ids = OnnxTensor.createTensor(
                        OnnxRuntime.ENVIRONMENT, LongBuffer.wrap(IDS), new long[] {1, IDS.length});
                OrtSession.Result result = session.run(Map.of("input_ids", ids))) {
            return (float[][]) result.get(0).getValue();
        }
    }
}
