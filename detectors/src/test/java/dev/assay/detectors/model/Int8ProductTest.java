package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.assay.detectors.model.graph.Graph;
import dev.assay.detectors.model.graph.GraphFile;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Integer products of rows that a reader can check, run as Assay runs them on this CPU. */
class Int8ProductTest {
    private static final OrtEnvironment ENVIRONMENT = OnnxEnvironment.get();
    /** Four inputs, two outputs. Every weight is a whole number of steps of 1, so only activations are rounded. */
    private static final Matrix WEIGHTS =
            new Matrix(2, 4, () -> new float[] {127, 1, 1, 1, -127, 10, 20, 30}); // (outputs × inputs)
    /** Beside 1000, a step of 8 bits is 1000 / 127 = 7.87: what is below 3.9 is lost. */
    private static final float[] OUTLIER = {1000, 3, 3, 3};

    private static final List<Product> PRODUCTS = List.of(
            new Int8Product(),
            new Turned(new Int8Product()),
            SteppedProduct.over(0.2f),
            new Centered(new float[] {0.1f, 0, 0, 0}, new Int8Product()));

    @TempDir
    Path folder;

    @Test
    void besideAnOutlierSmallNumbersAreLost() throws IOException, OrtException {
        assertThat(multiply(new Int8Product(), OUTLIER)[1])
                .as("60 · 3 is gone")
                .isCloseTo(-127_000, Offset.offset(0.1f));
    }

    @Test
    void turnedTheOutlierIsSharedAndTheyAreKept() throws IOException, OrtException {
        float[] exact = {127_009, -126_820};
        float[] turned = multiply(new Turned(new Int8Product()), OUTLIER);
        // Turned weights are no whole steps: each of four is rounded by at most half a step of 64 / 127.
        assertThat(turned).containsExactly(exact, Offset.offset(1010f));
    }

    @Test
    void theMeanOfTheInputsCostsNothing() throws IOException, OrtException {
        for (Product inner : PRODUCTS.subList(0, 3)) {
            assertThat(multiply(new Centered(OUTLIER, inner), OUTLIER)).containsExactly(127_009, -126_820);
        }
    }

    @Test
    void farBeyondTheSpreadValuesAreCutOff() throws IOException, OrtException {
        assertThat(multiply(SteppedProduct.over(1), 100, 0, 0, 0)[0]).isCloseTo(127 * 4.5f, Offset.offset(0.1f));
    }

    @Test
    void aRowDoesNotDependOnItsNeighbours() throws IOException, OrtException {
        for (Product product : PRODUCTS) {
            float[] alone = multiply(product, 0.3f, -0.7f, 0.11f, 0.05f);
            float[] beside = multiply(product, 0.3f, -0.7f, 0.11f, 0.05f, 1000, 2, 3, 4);
            assertThat(Arrays.copyOf(beside, alone.length)).isEqualTo(alone);
        }
    }

    @Test
    void zerosGiveZeros() throws IOException, OrtException {
        assertThat(multiply(new Int8Product(), 0, 0, 0, 0)).containsExactly(0, 0);
        assertThat(multiply(new Turned(new Int8Product()), 0, 0, 0, 0)).containsExactly(0, 0);
    }

    @Test
    void weightsAreRoundedToStepsOfTheirOutput() {
        Int8Weights weights = new Int8Weights(new Matrix(2, 2, () -> new float[] {-2.54f, 1, 0, 0}));
        assertThat(weights.scales().get()).containsExactly(new float[] {0.02f, 1}, Offset.offset(1e-7f));
        assertThat(weights.values().get()).containsExactly(-127, 0, 50, 0); // (inputs × outputs)
    }

    /** In 16 bits no two of these products could be added: 255 · 127 · 2 = 64,770. */
    @Test
    void theLargestSumsAreExact() throws IOException, OrtException {
        float[] largest = new float[64];
        Arrays.fill(largest, 127);
        Matrix weights = new Matrix(32, largest.length, () -> {
            float[] all = new float[32 * largest.length];
            Arrays.fill(all, 127);
            Arrays.fill(all, 0, all.length / 2, -127);
            return all;
        });
        float sum = largest.length * 127 * 127;
        float[] expected = new float[32];
        Arrays.fill(expected, 0, 16, -sum);
        Arrays.fill(expected, 16, 32, sum);
        assertThat(multiply(new Int8Product(), weights, largest)).containsExactly(expected, Offset.offset(1f));
    }

    /** Rows of four, one behind the other; two results a row. */
    private float[] multiply(Product product, float... rows) throws IOException, OrtException {
        return multiply(product, WEIGHTS, rows);
    }

    private float[] multiply(Product product, Matrix weights, float... rows) throws IOException, OrtException {
        int inputs = weights.inputs();
        Graph graph = new Graph("product");
        graph.floatInput("x", "n", inputs);
        product.apply(graph, "y", "x", weights);
        graph.floatOutput("y", "n", weights.outputs());
        List<String> files = GraphFile.write(graph, folder.resolve("product.onnx"));
        float[] result = new float[rows.length / inputs * weights.outputs()];
        try (OrtSession.SessionOptions options = OnnxEnvironment.options(1);
                OrtSession session =
                        ENVIRONMENT.createSession(folder.resolve(files.get(0)).toString(), options);
                OnnxTensor x = OnnxTensor.createTensor(
                        ENVIRONMENT, FloatBuffer.wrap(rows), new long[] {rows.length / inputs, inputs});
                OrtSession.Result y = session.run(Map.of("x", x))) {
            ((OnnxTensor) y.get(0)).getFloatBuffer().get(result);
        }
        return result;
    }
}
