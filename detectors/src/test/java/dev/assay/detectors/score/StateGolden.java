package dev.assay.detectors.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.normalize.NormalizedText;
import dev.assay.detectors.tokenize.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Golden states and the texts that left them, and how near vectors are. */
final class StateGolden {
    private StateGolden() {}

    static JsonNode texts(String file) throws IOException {
        try (InputStream in = StateGolden.class.getResourceAsStream("/golden/" + file)) {
            return new ObjectMapper().readTree(in).get("texts");
        }
    }

    /** The ids as a text's tokens. */
    static Tokens tokens(int... ids) {
        NormalizedText none = new NormalizedText("", "", new int[0], new int[0], null);
        return new Tokens(none, ids, new int[ids.length], new int[ids.length]);
    }

    static Tokens tokens(JsonNode text) {
        return tokens(StreamSupport.stream(text.get("ids").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray());
    }

    /** As many tokens as asked for, of ids from 3 up to those of the smallest vocabulary, no two neighbours alike. */
    static Tokens some(int count) {
        return tokens(IntStream.range(0, count).map(i -> 3 + i * 97 % 509).toArray());
    }

    static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    /** Largest difference by the root mean square of what is expected. */
    static double error(double[] actual, double[] expected) {
        double largest = 0;
        double squares = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
            squares += expected[i] * expected[i];
        }
        return largest / Math.sqrt(squares / expected.length);
    }

    static double cosine(double[] a, double[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return dot / Math.sqrt(aa * bb);
    }
}
