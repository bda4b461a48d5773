package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.cli.Terminals.Ended;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AssayCommandTest {
    @Test
    void noCommandIsMisuse() {
        Ended ended = Terminals.run();
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("assay: no command given (see assay --help)\n");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void unknownCommandsAndFlagsAreMisuseInOneLine() {
        assertThat(Terminals.run("scoer").code()).isEqualTo(2);
        Ended flag = Terminals.run("config", "--sett", "a=b");
        assertThat(flag.code()).isEqualTo(2);
        assertThat(flag.err())
                .contains("--sett")
                .contains("assay config --help")
                .hasLineCount(1);
    }

    @Test
    void unknownSettingIsMisuseInOneLine() {
        Ended ended = Terminals.run("config", "--set", "target.frp=0.1");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("target.frp").contains("target.fpr").hasLineCount(1);
    }

    @Test
    void configShowsValueAndOrigin() {
        Ended ended = Terminals.run(Map.of("ASSAY_HTTP_PORT", "9090"), "", "config", "--set", "kafka.linger.ms=5");
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("http.port = 9090   (variable ASSAY_HTTP_PORT)")
                .contains("target.fpr = 0.01   (default)")
                .contains("kafka.linger.ms = 5   (--set)");
    }

    @Test
    void saysItsVersion() {
        assertThat(Terminals.run("--version").out()).matches("assay \\d+\\.\\d+\\.\\d+\\S*\n");
        assertThat(Terminals.run("version").out()).contains("onnxruntime 1.").contains("kafka 4.");
    }

    @TestFactory
    Stream<DynamicTest> everyHelpHasExamplesThatBeginWithItsName() {
        return CommandTree.all().map(line -> {
            String name = line.getCommandSpec().qualifiedName();
            return DynamicTest.dynamicTest(name, () -> {
                String help = line.getUsageMessage();
                assertThat(help).contains("Examples:").contains("--help");
                assertThat(help.substring(help.indexOf("Examples:"))).contains("assay");
            });
        });
    }
}
