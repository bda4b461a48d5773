package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.normalize.TextNormalizer;
import dev.assay.detectors.tokenize.DjlTokenizer;
import dev.assay.detectors.tokenize.Tokenizer;
import dev.assay.detectors.tokenize.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScoringStopTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static Tokenizer tokenizer;
    private static OnnxScorer scorer;
    private static Tokens tokens;

    @BeforeAll
    static void open() {
        Bundle bundle = Bundle.open(
                Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K"));
        tokenizer = DjlTokenizer.open(bundle);
        scorer = OnnxScorer.open(bundle, 512, 1);
        tokens = tokenizer.tokenize(TextNormalizer.normalize("Once upon a time there was a dog. ".repeat(100)));
    }

    @AfterAll
    static void close() {
        scorer.close();
        tokenizer.close();
    }

    @Test
    void endsAWorkThatWouldGoOnForEver() throws InterruptedException {
        ScoringStop stop = new ScoringStop();
        CountDownLatch first = new CountDownLatch(1);
        CompletableFuture<Object> work = CompletableFuture.supplyAsync(() -> stop.during(() -> {
            while (true) {
                scorer.score(tokens, 0);
                first.countDown();
            }
        }));
        assertThat(first.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        stop.stop();
        assertThat(work).failsWithin(SOON).withThrowableThat().havingCause().isInstanceOf(ModelFaultException.class);
    }

    @Test
    void strikesNoOtherWorkAndNoneThatIsOver() {
        double[] undisturbed = scorer.score(tokens, 0).logProbs();
        ScoringStop over = new ScoringStop();
        assertThat(over.during(() -> scorer.score(tokens, 0)).logProbs()).isEqualTo(undisturbed);
        over.stop();
        ScoringStop next = new ScoringStop();
        assertThat(next.during(() -> scorer.score(tokens, 0)).logProbs()).isEqualTo(undisturbed);
        assertThat(scorer.score(tokens, 0).logProbs()).isEqualTo(undisturbed);
    }
}
