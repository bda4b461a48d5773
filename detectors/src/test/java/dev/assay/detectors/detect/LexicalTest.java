package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LexicalTest extends DetectorContract {
    @Override
    Detector detector() {
        return new Lexical();
    }

    @Override
    ScoredText overLong(int tokens) {
        return Texts.repeated(tokens);
    }

    @Test
    void undefinedWithoutAFitAndForUnknownWords() {
        ScoredText text = Texts.ofDefaultModel("xsum-gpt4-0");
        assertThat(detector().score(text)).isPresent();
        assertThat(detector().score(new ScoredText(text.tokens(), text.scores(), text.frequencies())))
                .isEmpty();
        int[] unknown = IntStream.range(0, 200).map(i -> 49_000 - 7 * i).toArray();
        assertThat(detector()
                        .score(new ScoredText(
                                Golden.tokens("a".repeat(200), unknown),
                                Texts.noise(200, 0).scores(),
                                text.frequencies(),
                                text.fit())))
                .isEmpty();
    }
}
