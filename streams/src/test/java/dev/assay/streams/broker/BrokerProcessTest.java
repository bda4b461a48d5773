package dev.assay.streams.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
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

    /** Kafka by itself leaves it open for ever where its time runs out while the broker is away ({@link FormerLife}). */
    @Test
    void endsTheTransactionThatAKillCutShort(@TempDir Path folder) throws Exception {
        try (BrokerProcess broker = BrokerProcess.start(folder)) {
            broker.createTopics(List.of(new NewTopic("cut", 1, (short) 1)));
            var producer = producer(broker.bootstrap());
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("cut", "never committed")).get();
            broker.kill();
            broker.restart();
            producer.close(Duration.ZERO);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> end(admin, IsolationLevel.READ_COMMITTED)
                                == end(admin, IsolationLevel.READ_UNCOMMITTED));
                assertThat(end(admin, IsolationLevel.READ_COMMITTED)).isEqualTo(2); // the record and its mark
            }
        }
    }

    /** Its transactions may last for less time than a restart takes. */
    private static Producer<String, String> producer(String bootstrap) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "short", "transaction.timeout.ms", 1000),
                new StringSerializer(),
                new StringSerializer());
    }

    private static long end(Admin admin, IsolationLevel isolation) throws Exception {
        TopicPartition cut = new TopicPartition("cut", 0);
        return admin.listOffsets(Map.of(cut, OffsetSpec.latest()), new ListOffsetsOptions(isolation))
                .partitionResult(cut)
                .get()
                .offset();
    }
}
