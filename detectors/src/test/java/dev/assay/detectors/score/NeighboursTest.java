package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.DefaultModel;
import dev.assay.detectors.model.StoriesBundles;
import dev.assay.detectors.normalize.TextNormalizer;
import dev.assay.detectors.tokenize.DjlTokenizer;
import dev.assay.detectors.tokenize.Tokenizer;
import dev.assay.detectors.tokenize.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a text scores among fifty others, over shared sessions and from several workers: bit for bit what it scores alone. */
class NeighboursTest {
    private static final int NEIGHBOURS = 50;
    private static final int EVERY = 5; // the text itself comes again after so many others
    private static final int WORKERS = 4;
    private static final int SAMPLES = 3;
    private static final int WINDOW = 64;
    private static final String TEXT =
            "Once upon a time there was a little girl who found 3 red stones near the river.";

    @TempDir
    private static Path folder;

    static Stream<Named<Bundle>> bundles() throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        bundles.add(StoriesBundles.committed());
        bundles.add(StoriesBundles.write("int8", folder.resolve("int8")));
        bundles.addAll(DefaultModel.inCache());
        return bundles.stream()
                .map(bundle -> Named.of(
                        bundle.manifest().name() + " in " + bundle.manifest().precision(), bundle));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void changeNoBit(Bundle bundle) throws InterruptedException, ExecutionException {
        try (Tokenizer tokenizer = DjlTokenizer.open(bundle)) {
            Tokens text = tokens(tokenizer, TEXT);
            TokenScores alone = alone(bundle, text);
            List<Tokens> neighbours = IntStream.range(0, NEIGHBOURS)
                    .mapToObj(i -> neighbour(tokenizer, i))
                    .toList();
            assertThat(neighbours)
                    .extracting(neighbour -> neighbour.text().text())
                    .doesNotHaveDuplicates();
            try (OnnxScorer shared = OnnxScorer.open(bundle, WINDOW, 1)) {
                for (TokenScores scores : among(shared, text, neighbours)) {
                    OnnxScorerTest.assertSameBits(scores, alone);
                }
            }
        }
    }

    private static TokenScores alone(Bundle bundle, Tokens text) {
        try (OnnxScorer scorer = OnnxScorer.open(bundle, WINDOW, 1)) {
            return scorer.score(text, SAMPLES);
        }
    }

    /** The text's scores, each with other neighbours at work. */
    private static List<TokenScores> among(OnnxScorer scorer, Tokens text, List<Tokens> neighbours)
            throws InterruptedException, ExecutionException {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<TokenScores>> own = new ArrayList<>();
            List<Future<TokenScores>> others = new ArrayList<>();
            for (int i = 0; i < neighbours.size(); i++) {
                Tokens neighbour = neighbours.get(i);
                int samples = i % 2 * SAMPLES;
                others.add(workers.submit(() -> scorer.score(neighbour, samples)));
                if (i % EVERY == 0) {
                    own.add(workers.submit(() -> scorer.score(text, SAMPLES)));
                }
            }
            List<TokenScores> scores = new ArrayList<>();
            for (Future<TokenScores> future : own) {
                scores.add(future.get());
            }
            for (Future<TokenScores> other : others) {
                other.get(); // none of them failed
            }
            return scores;
        } finally {
            workers.shutdownNow();
        }
    }

    /** Texts of different lengths; some begin as the text does, some are longer than the window. */
    private static Tokens neighbour(Tokenizer tokenizer, int i) {
        String begin = i % 3 == 0 ? TEXT.substring(0, 40) : "Number " + i + ":";
        return tokens(tokenizer, begin + " and".repeat(1 + 2 * i) + " so on.");
    }

    private static Tokens tokens(Tokenizer tokenizer, String text) {
        return tokenizer.tokenize(TextNormalizer.normalize(text));
    }
}
