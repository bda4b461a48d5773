package dev.assay.streams.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class BrokerClusterTest {
    @Test
    void othersLeadWhatAKilledOneLedAndItComesBack(@TempDir Path folder) throws Exception {
        List<BrokerProcess> brokers = BrokerProcess.startCluster(folder, 3);
        try (Admin admin =
                        Admin.create(Map.of("bootstrap.servers", brokers.get(0).bootstrap()));
                var producer = producer(brokers.get(0).bootstrap())) {
            brokers.get(0).createTopics(List.of(new NewTopic("kept", Optional.of(1), Optional.empty())));
            assertThat(partition(admin).replicas()).hasSize(3);
            producer.send(new ProducerRecord<>("kept", "before")).get();

            int leader = partition(admin).leader().id();
            BrokerProcess victim = brokers.get(leader - 1);
            assertThat(victim.node()).isEqualTo(leader);
            victim.kill();
            assertThat(producer.send(new ProducerRecord<>("kept", "after"))
                            .get()
                            .offset())
                    .isEqualTo(1);
            assertThat(partition(admin).leader().id()).isNotEqualTo(leader);

            victim.restart();
            assertThat(victim.bootstrap()).isEqualTo(brokers.get(leader % 3).bootstrap());
        } finally {
            brokers.parallelStream().forEach(BrokerProcess::close);
        }
    }

    private static TopicPartitionInfo partition(Admin admin) throws Exception {
        return admin.describeTopics(List.of("kept"))
                .allTopicNames()
                .get()
                .get("kept")
                .partitions()
                .get(0);
    }

    private static KafkaProducer<String, String> producer(String bootstrap) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"), new StringSerializer(), new StringSerializer());
    }
}
