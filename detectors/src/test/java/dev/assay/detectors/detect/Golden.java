package dev.assay.detectors.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.normalize.Alterations;
import dev.assay.detectors.normalize.NormalizedText;
import dev.assay.detectors.score.TokenScores;
import dev.assay.detectors.tokenize.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** Reads the reference values; see {@code golden/README.md} for who made them. */
final class Golden {
    private Golden() {}

    static JsonNode file(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] doubles(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).asDouble())
                .toArray();
    }

    static int[] ints(JsonNode array) {
        return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
    }

    /** Scores without samples. */
    static TokenScores scores(double[] x, int[] ranks, double[] mu, double[] m) {
        return new TokenScores(x, ranks, mu, m, new double[0][]);
    }

    /** Tokens that share the text's bytes evenly: only the sum is known. */
    static Tokens tokens(String text, int[] ids) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        int[] starts = IntStream.range(0, ids.length)
                .map(i -> (int) ((long) bytes * i / ids.length))
                .toArray();
        int[] ends = IntStream.range(0, ids.length)
                .map(i -> (int) ((long) bytes * (i + 1) / ids.length))
                .toArray();
        int[] units = IntStream.range(0, text.length()).toArray();
        int[] unitEnds = IntStream.rangeClosed(1, text.length()).toArray();
        Alterations none = new Alterations(text.codePointCount(0, text.length()), 0, 0, 0, 0);
        return new Tokens(new NormalizedText(text, text, units, unitEnds, none), ids, starts, ends);
    }
}
