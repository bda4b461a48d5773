package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.normalize.TextNormalizer;
import dev.assay.detectors.tokenize.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachingScorerTest {
    private static final String BUNDLE = "ab".repeat(32);
    private static final Tokens SHORT = tokens(3, 1);
    private static final Tokens LONG = tokens(40, 7);

    @TempDir
    Path folder;

    private int runs;

    @Test
    void whatWasScoredIsNotScoredAgain() throws IOException {
        TokenScores first;
        try (CachingScorer scorer = open(BUNDLE)) {
            first = scorer.score(LONG, 0);
            scorer.score(SHORT, 0);
            assertSame(scorer.score(LONG, 0), first);
        }
        try (CachingScorer again = open(BUNDLE)) {
            assertThat(again.size()).isEqualTo(2);
            assertSame(again.score(LONG, 0), first);
        }
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void anotherBundleIsAnotherText() throws IOException {
        try (CachingScorer scorer = open(BUNDLE)) {
            scorer.score(LONG, 0);
        }
        try (CachingScorer other = open("cd".repeat(32))) {
            other.score(LONG, 0);
        }
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void drawnAlternativesAreNotKept() throws IOException {
        try (CachingScorer scorer = open(BUNDLE)) {
            scorer.score(SHORT, 5);
            scorer.score(SHORT, 5);
            assertThat(scorer.size()).isZero();
        }
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void anEntryThatWasCutShortIsScoredAgainAndTheOthersStay() throws IOException {
        fill();
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, bytes.length - 1));
        try (CachingScorer scorer = open(BUNDLE)) {
            assertThat(scorer.size()).isEqualTo(1);
            scorer.score(SHORT, 0);
            scorer.score(LONG, 0);
        }
        assertThat(runs).isEqualTo(3);
        try (CachingScorer whole = open(BUNDLE)) {
            assertThat(whole.size()).isEqualTo(2);
        }
    }

    @Test
    void anEntryThatWasAlteredIsScoredAgain() throws IOException {
        fill();
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length - 1] ^= 1;
        Files.write(file(), bytes);
        try (CachingScorer scorer = open(BUNDLE)) {
            scorer.score(LONG, 0);
        }
        assertThat(runs).isEqualTo(3);
    }

    @Test
    void anotherFileIsRefusedAndLeftAsItIs() throws IOException {
        Files.writeString(file(), "my notes");
        assertThatThrownBy(() -> open(BUNDLE)).hasMessageContaining("is no file of scores");
        assertThat(file()).hasContent("my notes");
    }

    private void fill() throws IOException {
        try (CachingScorer scorer = open(BUNDLE)) {
            scorer.score(SHORT, 0);
            scorer.score(LONG, 0);
        }
    }

    private Path file() {
        return folder.resolve("scores.bin");
    }

    private CachingScorer open(String bundle) throws IOException {
        return CachingScorer.open(new Counted(), bundle, file());
    }

    private static void assertSame(TokenScores scores, TokenScores expected) {
        assertThat(scores.logProbs()).containsExactly(expected.logProbs());
        assertThat(scores.ranks()).containsExactly(expected.ranks());
        assertThat(scores.meanLogProbs()).containsExactly(expected.meanLogProbs());
        assertThat(scores.meanSquaredLogProbs()).containsExactly(expected.meanSquaredLogProbs());
        assertThat(scores.states().orElseThrow().mean(9, 1, 2))
                .containsExactly(expected.states().orElseThrow().mean(9, 1, 2));
    }

    private static Tokens tokens(int n, int id) {
        int[] ids = new int[n];
        int[] starts = new int[n];
        int[] ends = new int[n];
        for (int i = 0; i < n; i++) {
            ids[i] = id + i;
            starts[i] = i;
            ends[i] = i + 1;
        }
        return new Tokens(TextNormalizer.normalize("a".repeat(n)), ids, starts, ends);
    }

    private final class Counted implements Scorer {
        @Override
        public TokenScores score(Tokens tokens, int samples) {
            runs++;
            double[] x = Arrays.stream(tokens.ids())
                    .mapToDouble(id -> -1.0 / (id + 1))
                    .toArray();
            float[][] sums = {new float[2 * ((x.length + 31) / 32)]};
            Arrays.fill(sums[0], 0.1f * x.length);
            return new TokenScores(
                    x,
                    tokens.ids(),
                    x,
                    x,
                    new double[samples][x.length],
                    java.util.Optional.of(PooledStates.of(List.of(9), x.length, sums)));
        }

        @Override
        public void close() {}
    }
}
