package dev.assay.detectors.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhiteSpaceTest {
    @Test
    void everyRunBecomesOneSpace() {
        assertThat(WhiteSpace.collapse("\n a \t\u00a0b\r\n\r\nc\u3000")).isEqualTo("a b c");
    }

    @Test
    void plainTextStays() {
        assertThat(WhiteSpace.collapse("a b")).isEqualTo("a b");
        assertThat(WhiteSpace.collapse(" \n")).isEmpty();
    }
}
