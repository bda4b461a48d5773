package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.cli.Terminals.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class BrokerCommandTest {
    @Test
    void aTakenPortIsOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = Terminals.run("broker", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err())
                    .contains("port " + taken.getLocalPort() + " is taken")
                    .hasLineCount(1);
        }
    }

    @Test
    void aPortThatCannotBeIsMisuse() {
        Ended ended = Terminals.run("broker", "--port", "70000");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--port 70000").hasLineCount(1);
    }
}
