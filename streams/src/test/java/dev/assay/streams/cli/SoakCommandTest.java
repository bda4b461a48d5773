package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.cli.Terminals.Ended;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoakCommandTest {
    @ParameterizedTest
    @CsvSource({"--faults, kill+earthquake", "--protocol, raft", "--events, 10", "--instances, 1", "--minutes, -1"})
    void whatMakesNoSenseIsMisuseInOneLine(String option, String value) {
        Ended ended = Terminals.run("soak", option, value);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains(option + " " + value).hasLineCount(1);
    }
}
