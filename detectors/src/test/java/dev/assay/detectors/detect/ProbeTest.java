package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.score.TokenScores;
import org.junit.jupiter.api.Test;

class ProbeTest extends DetectorContract {
    @Override
    Detector detector() {
        return new Probe();
    }

    @Override
    ScoredText overLong(int tokens) {
        return Texts.repeated(tokens);
    }

    @Test
    void undefinedWithoutAFitOrStatesAndBelow32Tokens() {
        ScoredText text = Texts.ofDefaultModel("xsum-gpt4-0");
        assertThat(detector().score(text)).isPresent();
        assertThat(detector().score(new ScoredText(text.tokens(), text.scores(), text.frequencies())))
                .isEmpty();
        assertThat(detector().score(Texts.repeated(31))).isEmpty();
        assertThat(detector().score(Texts.repeated(32))).isPresent();
        TokenScores bare = Golden.scores(
                text.scores().logProbs(),
                text.scores().ranks(),
                text.scores().meanLogProbs(),
                text.scores().meanSquaredLogProbs());
        assertThat(detector().score(new ScoredText(text.tokens(), bare, text.frequencies(), text.fit())))
                .isEmpty();
    }
}
