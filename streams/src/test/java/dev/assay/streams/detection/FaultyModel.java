package dev.assay.streams.detection;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.detectors.Assessor;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.Sha256;
import dev.assay.detectors.model.graph.Graph;
import dev.assay.detectors.model.graph.Graph.Attribute;
import dev.assay.detectors.model.graph.GraphFile;
import dev.assay.detectors.normalize.TextNormalizer;
import dev.assay.detectors.tokenize.DjlTokenizer;
import dev.assay.detectors.tokenize.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The 1 MB model with another body, a table of hidden rows by token, which at three letters fails as real models do: at "q" it gives NaN,
 * at "j" ONNX Runtime refuses to run, at "z" it finds no memory.
 */
final class FaultyModel {
    static final String NAN = "q";
    static final String REFUSAL = "j";
    static final String NO_MEMORY = "z";

    private static final long NO_MACHINE_HAS = 1L << 46; // floats: more than the address space
    private static final long NO_TOKEN = 1_000_000;
    private static final Attribute FLAT = Attribute.of("keepdims", 0L);

    private FaultyModel() {}

    static Assessor open(Path folder) throws IOException {
        Bundle stories = StoriesModel.bundle();
        for (String file : List.of(Bundle.HEAD, Bundle.TOKENIZER)) {
            Files.copy(stories.directory().resolve(file), folder.resolve(file));
        }
        Path body = folder.resolve(Bundle.BODY);
        try (Tokenizer tokenizer = DjlTokenizer.open(stories)) {
            GraphFile.write(body(stories, tokenizer), body);
        }
        ObjectMapper json = new ObjectMapper();
        ObjectNode manifest = json.valueToTree(stories.manifest());
        ((ObjectNode) manifest.get("files")).put(Bundle.BODY, Sha256.of(Files.readAllBytes(body)));
        manifest.putArray("pooledLayers");
        json.writeValue(folder.resolve(Bundle.MANIFEST).toFile(), manifest);
        return Assessor.open(Bundle.open(folder), StoriesModel.SETTINGS);
    }

    private static int token(Tokenizer tokenizer, String letter) {
        int[] ids = tokenizer.tokenize(TextNormalizer.normalize("a" + letter)).ids();
        return ids[ids.length - 1];
    }

    private static Graph body(Bundle bundle, Tokenizer tokenizer) {
        int rows = bundle.manifest().vocabulary();
        int width = bundle.manifest().hiddenSize();
        float[] table = table(rows + 1, width);
        int nan = token(tokenizer, NAN);
        Arrays.fill(table, nan * width, (nan + 1) * width, Float.NaN);

        Graph graph = new Graph("faulty");
        graph.longInput("input_ids", 1, "m");
        graph.floatOutput("hidden", "m + 1", width);
        graph.floats("table", () -> table, rows + 1, width);
        graph.longs("flat", new long[] {-1}, 1);
        graph.longs("start", new long[] {rows}, 1);
        graph.node("Reshape", "ids", List.of("input_ids", "flat"));
        refuse(graph, token(tokenizer, REFUSAL));
        graph.node("Concat", "all", List.of("start", "refused"), Attribute.of("axis", 0L));
        graph.node("Gather", "gathered", List.of("table", "all"));
        graph.node("Add", "hidden", List.of("gathered", exhaust(graph, token(tokenizer, NO_MEMORY))));
        return graph;
    }

    private static void refuse(Graph graph, int token) {
        graph.longs("bad", new long[] {token}, 1);
        graph.longs("no_token", new long[] {NO_TOKEN}, 1);
        graph.node("Equal", "is_bad", List.of("ids", "bad"));
        graph.node("Where", "refused", List.of("is_bad", "no_token", "ids"));
    }

    /** Zero, from as many zeros as there are such tokens, and one, times what no machine has. */
    private static String exhaust(Graph graph, int token) {
        graph.longs("large", new long[] {token}, 1);
        graph.longs("most", new long[] {NO_MACHINE_HAS}, 1);
        graph.longs("one", new long[] {1}, 1);
        graph.node("Equal", "is_large", List.of("ids", "large"));
        graph.node("Cast", "large_ones", List.of("is_large"), Attribute.of("to", 7L)); // int64
        graph.node("ReduceMax", "any_large", List.of("large_ones"), Attribute.of("keepdims", 1L));
        graph.node("Mul", "wanted", List.of("any_large", "most"));
        graph.node("Add", "count", List.of("wanted", "one"));
        graph.node("ConstantOfShape", "zeros", List.of("count"));
        return graph.node("ReduceMax", "zero", List.of("zeros"), FLAT);
    }

    private static float[] table(int rows, int width) {
        Random random = new Random(3);
        float[] table = new float[rows * width];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) random.nextGaussian();
        }
        return table;
    }
}
