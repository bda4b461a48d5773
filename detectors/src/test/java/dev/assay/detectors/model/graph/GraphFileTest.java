package dev.assay.detectors.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.assay.detectors.model.OnnxEnvironment;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphFileTest {
    private static final int WIDTH = 1_000; // floats of the large constant

    @TempDir
    Path folder;

    /** y = x + (0, 1, 2, …) + 0.5 */
    private static Graph addition() {
        Graph graph = new Graph("addition");
        float[] ramp = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            ramp[i] = i;
        }
        graph.floatInput("x", WIDTH);
        graph.floatOutput("y", WIDTH);
        String large = graph.floats("ramp", () -> ramp, WIDTH);
        String small = graph.floats("half", () -> new float[] {0.5f}, 1);
        graph.node("Add", "sum", List.of("x", large));
        graph.node("Add", "y", List.of("sum", small));
        return graph;
    }

    private static float[] run(Path file) throws OrtException {
        OrtEnvironment environment = OnnxEnvironment.get();
        float[] x = new float[WIDTH];
        Arrays.fill(x, 10);
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(x), new long[] {WIDTH});
                OrtSession.Result result = session.run(Map.of("x", input))) {
            return (float[]) result.get(0).getValue();
        }
    }

    private static void assertAdds(Path file) throws OrtException {
        float[] y = run(file);
        assertThat(y[0]).isEqualTo(10.5f);
        assertThat(y[WIDTH - 1]).isEqualTo(WIDTH - 1 + 10.5f);
    }

    @Test
    void aSmallGraphIsOneFile() throws IOException, OrtException {
        Path file = folder.resolve("g.onnx");
        assertThat(GraphFile.write(addition(), file)).containsExactly("g.onnx");
        assertAdds(file);
    }

    @Test
    void theFragmentsMergeToOneOrdinaryModel() throws IOException {
        Path file = folder.resolve("g.onnx");
        GraphFile.write(addition(), file);
        ModelProto model = ModelProto.parseFrom(Files.readAllBytes(file));
        assertThat(model.getGraph().getNodeCount()).isEqualTo(2);
        assertThat(model.getGraph().getInitializerList())
                .extracting(TensorProto::getName)
                .containsExactly("ramp", "half");
        assertThat(model.getGraph().getInitializer(0).getRawData().size()).isEqualTo(WIDTH * Float.BYTES);
    }

    @Test
    void aboveTheLimitLargeConstantsGoToAFileOfTheirOwn() throws IOException, OrtException {
        Path file = folder.resolve("g.onnx");
        assertThat(GraphFile.write(addition(), file, 1_024)).containsExactly("g.onnx", "g.onnx.data");
        assertThat(Files.size(folder.resolve("g.onnx.data"))).isEqualTo(WIDTH * Float.BYTES);
        assertThat(Files.size(file)).isLessThan(WIDTH);
        assertAdds(file);
    }
}
