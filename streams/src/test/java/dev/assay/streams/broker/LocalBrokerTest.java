package dev.assay.streams.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {
    @Test
    void aRestartOnTheSameFolderKeepsTopics(@TempDir Path folder) throws Exception {
        try (LocalBroker broker = LocalBroker.start(folder, 0)) {
            broker.createTopics(3, "kept");
        }
        try (LocalBroker broker = LocalBroker.start(folder, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    @Test
    void supportsGroupsOfKafkaStreams() throws Exception {
        try (LocalBroker broker = LocalBroker.start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            short level = admin.describeFeatures()
                    .featureMetadata()
                    .get()
                    .finalizedFeatures()
                    .get("streams.version")
                    .maxVersionLevel();
            assertThat(level).isEqualTo((short) 1);
        }
    }

    @Test
    void aTakenPortIsOneClearLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalBroker.start(taken.getLocalPort()))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessage("port " + taken.getLocalPort()
                            + " is taken: stop what listens there, or choose another port");
        }
    }
}
