package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CPUs without VNNI multiply unsigned weights: the same whole numbers, by other instructions. */
class UnsignedWeightsTest {
    private static final OrtEnvironment ENVIRONMENT = OnnxEnvironment.get();
    private static final long[] IDS = {1, 403, 407, 261, 378, 31, 7, 92, 411, 5, 300, 12};

    @Test
    void giveTheSameHiddenStates(@TempDir Path folder) throws IOException, OrtException {
        assumeFalse(
                Cpu.detect().saturates(),
                "signed weights are exact only where a CPU has avx_vnni or avx512_vnni, and this one has neither");
        Path body = StoriesBundles.write("int8", folder.resolve("int8")).body();
        assertThat(hidden(body, true)).isDeepEqualTo(hidden(body, false));
    }

    private static float[][] hidden(Path body, boolean unsigned) throws OrtException {
        try (OrtSession.SessionOptions options = OnnxEnvironment.options(1, unsigned);
                OrtSession session = ENVIRONMENT.createSession(body.toString(), options);
                BodyInputs inputs = new BodyInputs(session, IDS)) {
            return inputs.hidden(session);
        }
    }
}
