package dev.assay.streams.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.schemas.TextEvent;
import dev.assay.schemas.Topics;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.serde.TextEventSerializer;
import dev.assay.schemas.serde.VerdictDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Events in Avro through a running Assay, with this project's serdes. */
final class RoundTrip {
    private static final String HEADER = "__value_schema_id";
    private static final int ID_BYTES = 5;
    private static final String BY_PREFIX = "by-prefix";
    private static final String BY_HEADER = "by-header";

    private final Map<String, String> settings;
    private final Topics topics;

    /** With Assay's settings. */
    RoundTrip(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
        this.topics = new Topics(settings.getOrDefault("topic.prefix", "assay."));
    }

    /** Sends an event of each framing and holds that each gets its verdict. */
    void run() {
        send(event(BY_PREFIX), false);
        send(event(BY_HEADER), true);
        assertThat(verdictsOn(Set.of(BY_PREFIX, BY_HEADER)))
                .allSatisfy(row -> assertThat(row.headers().lastHeader(HEADER)).isNull());
    }

    private static TextEvent event(String id) {
        return TextEvent.newBuilder()
                .setId(id)
                .setText("Once upon a time there was a little girl.")
                .build();
    }

    private void send(TextEvent event, boolean inHeader) {
        String topic = topics.textEvents().name();
        try (var serializer = new TextEventSerializer();
                var producer = new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            serializer.configure(registry(), false);
            byte[] framed = serializer.serialize(topic, event);
            byte[] value = inHeader ? Arrays.copyOfRange(framed, ID_BYTES, framed.length) : framed;
            var row = new ProducerRecord<byte[], byte[]>(topic, value);
            if (inHeader) {
                row.headers().add(HEADER, Arrays.copyOf(framed, ID_BYTES));
            }
            assertThat(producer.send(row)).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    /** All verdicts, as soon as those on these events are among them. */
    private List<ConsumerRecord<byte[], byte[]>> verdictsOn(Set<String> ids) {
        Map<String, Object> client = client();
        client.putAll(
                Map.of("group.id", "reader", "auto.offset.reset", "earliest", "isolation.level", "read_committed"));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topics.verdicts().name()));
            await().pollInSameThread().atMost(Duration.ofMinutes(2)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return eventIds(records).containsAll(ids);
            });
        }
        return records;
    }

    private Set<String> eventIds(List<ConsumerRecord<byte[], byte[]>> verdicts) {
        try (var deserializer = new VerdictDeserializer()) {
            deserializer.configure(registry(), false);
            return verdicts.stream()
                    .map(row -> deserializer.deserialize(row.topic(), row.headers(), row.value()))
                    .map(Verdict::getEventId)
                    .collect(Collectors.toSet());
        }
    }

    private Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>();
        client.put("bootstrap.servers", settings.get("bootstrap.servers"));
        settings.forEach((key, value) -> {
            if (key.startsWith("kafka.")) {
                client.put(key.substring("kafka.".length()), value);
            }
        });
        return client;
    }

    private Map<String, Object> registry() {
        Map<String, Object> registry = new HashMap<>();
        registry.put("schema.registry.url", settings.get("schema.registry.url"));
        String user = settings.get("schema.registry.user.info");
        if (user != null) {
            registry.putAll(Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", user));
        }
        return registry;
    }
}
