package dev.assay.detectors.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhiteSpaceSeparationTest {
    @Test
    void lineBreaksGiveTheMachinesAway() {
        WhiteSpaceSeparation separation = WhiteSpaceSeparation.of(List.of(
                text("a b", Label.HUMAN),
                text("c d", Label.HUMAN),
                text("e\n\nf", Label.MACHINE),
                text("g h", Label.MACHINE)));
        assertThat(separation.lineBreaks()).isEqualTo(0.75);
        assertThat(separation.humansWithLineBreaks().value()).isZero();
        assertThat(separation.machinesWithLineBreaks().value()).isEqualTo(0.5);
        assertThat(separation.strongest()).isEqualTo(0.75);
    }

    @Test
    void doubledSpacesGiveTheHumansAway() {
        WhiteSpaceSeparation separation =
                WhiteSpaceSeparation.of(List.of(text("a.  b ", Label.HUMAN), text("c. d", Label.MACHINE)));
        assertThat(separation.irregularGaps()).isZero();
        assertThat(separation.lineBreaks()).isEqualTo(0.5);
        assertThat(separation.strongest()).isEqualTo(1);
    }

    @Test
    void plainTextsSayNothing() {
        WhiteSpaceSeparation separation =
                WhiteSpaceSeparation.of(List.of(text("a b c", Label.HUMAN), text("d e", Label.MACHINE)));
        assertThat(separation.strongest()).isEqualTo(0.5);
    }

    private static LabelledText text(String text, Label label) {
        return LabelledText.of(text, text, label);
    }
}
