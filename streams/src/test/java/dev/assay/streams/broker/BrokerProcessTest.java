package dev.assay.streams.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class BrokerProcessTest {
    @Test
    void keepsPortAndDataOverAKillAndAnswersAgainAfterAPause(@TempDir Path folder) throws Exception {
        BrokerProcess broker = BrokerProcess.start(folder);
        try (broker) {
            String address = broker.bootstrap();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
                admin.createTopics(List.of(new NewTopic("kept", 3, (short) 1)))
                        .all()
                        .get();
                broker.kill();
                assertThat(broker.isAlive()).isFalse();
                broker.restart();
                assertThat(broker.bootstrap()).isEqualTo(address);
                assertThat(admin.listTopics().names().get()).contains("kept");
            }
            broker.pause();
            try (Admin admin = Admin.create(
                    Map.of("bootstrap.servers", address, "request.timeout.ms", 500, "default.api.timeout.ms", 1000))) {
                assertThatThrownBy(() -> admin.listTopics().names().get())
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(TimeoutException.class);
            }
            broker.resume();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
                assertThat(admin.listTopics().names().get()).contains("kept");
            }
        }
        assertThat(broker.isAlive()).isFalse();
        assertThat(Files.readString(folder.resolve("broker.log"))).endsWith("assay: stopping\n");
    }
}
