package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.learn.Standard;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AssayOneTest extends DetectorContract {
    @Override
    Detector detector() {
        return new AssayOne();
    }

    private static final Map<String, Standard> STANDARDS =
            Map.of("clean-surprisal", new Standard(-1, 0.5), "lexical", new Standard(2, 2));

    @Override
    ScoredText overLong(int tokens) {
        return Texts.repeated(tokens);
    }

    @Test
    void addsUpOnTheScaleOfPeople() {
        assertThat(AssayOne.join(STANDARDS, 1, -0.5, OptionalDouble.of(4))).isEqualTo(1 + 1 + 1);
    }

    @Test
    void surprisalSpeaksForAMachineMoreThanForAPerson() {
        assertThat(AssayOne.join(STANDARDS, 0, -3, OptionalDouble.of(2))).isEqualTo(-0.5);
        assertThat(AssayOne.join(STANDARDS, 0, 3, OptionalDouble.of(2))).isEqualTo(4);
    }

    @Test
    void unknownWordsCountAsThoseOfPeople() {
        assertThat(AssayOne.join(STANDARDS, 1, -0.5, OptionalDouble.empty())).isEqualTo(2);
        assertThat(AssayOne.join(STANDARDS, 1, -0.5, OptionalDouble.of(-100))).isEqualTo(2 - 3);
    }

    @Test
    void undefinedWithoutItsMembers() {
        ScoredText text = Texts.ofDefaultModel("xsum-gpt4-0");
        assertThat(detector().score(new ScoredText(text.tokens(), text.scores(), text.frequencies())))
                .isEmpty();
        assertThat(detector().score(new ScoredText(text.tokens(), text.scores(), Optional.empty(), text.fit())))
                .isEmpty();
    }
}
