package dev.assay.detectors.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.assay.detectors.model.graph.Graph;
import dev.assay.detectors.model.graph.GraphFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Times a product as large as the default model's largest, in int8 and in fp32, on one thread of this CPU: one to a few seconds. */
final class PrecisionTrial {
    private static final OrtEnvironment ENVIRONMENT = OnnxEnvironment.get();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROWS = 256;
    private static final int INPUTS = 576;
    private static final int OUTPUTS = 3072;
    private static final int ROUNDS = 40;
    private static final long SEED = 1;

    private PrecisionTrial() {}

    /** CPU time of the product in int8, by that in fp32; each is the least of {@value #ROUNDS}, taken in turn. */
    static double int8ByFp32() {
        try {
            Path folder = Files.createTempDirectory("assay-trial");
            try {
                return race(folder);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the speed of precisions cannot be measured: " + e.getMessage(), e);
        } catch (OrtException e) {
            throw new IllegalStateException("the speed of precisions cannot be measured: " + e.getMessage(), e);
        }
    }

    private static double race(Path folder) throws IOException, OrtException {
        try (OrtSession.SessionOptions options = OnnxEnvironment.options(1);
                OrtSession fp32 = open(Product.FP32, folder.resolve("fp32.onnx"), options);
                OrtSession int8 = open(new Int8Product(), folder.resolve("int8.onnx"), options);
                OnnxTensor rows = OnnxTensor.createTensor(
                        ENVIRONMENT, FloatBuffer.wrap(numbers(ROWS * INPUTS)), new long[] {ROWS, INPUTS})) {
            long least32 = Long.MAX_VALUE;
            long least8 = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                least32 = Math.min(least32, nanos(fp32, rows));
                least8 = Math.min(least8, nanos(int8, rows));
            }
            return (double) least8 / least32;
        }
    }

    private static OrtSession open(Product product, Path file, OrtSession.SessionOptions options)
            throws IOException, OrtException {
        Graph graph = new Graph("trial");
        graph.floatInput("x", "n", INPUTS);
        product.apply(graph, "y", "x", new Matrix(OUTPUTS, INPUTS, () -> numbers(OUTPUTS * INPUTS)));
        graph.floatOutput("y", "n", OUTPUTS);
        GraphFile.write(graph, file);
        return ENVIRONMENT.createSession(file.toString(), options);
    }

    /** Of this thread, which is the only one that runs the session: other programs that want the cores do not count. */
    private static long nanos(OrtSession session, OnnxTensor rows) throws OrtException {
        long start = THREADS.getCurrentThreadCpuTime();
        session.run(Map.of("x", rows)).close();
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private static float[] numbers(int count) {
        Random random = new Random(SEED);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
