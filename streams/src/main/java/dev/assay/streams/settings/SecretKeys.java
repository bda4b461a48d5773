package dev.assay.streams.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;

/** Which settings hold a secret: of Kafka's own those that Kafka calls so, of others whose names Kafka does not know those that sound so. */
final class SecretKeys {
    private static final List<ConfigDef> KAFKA = List.of(
            ProducerConfig.configDef(),
            ConsumerConfig.configDef(),
            AdminClientConfig.configDef(),
            StreamsConfig.configDef());
    /** What Kafka Streams takes before a key, to mean one kind of its clients. */
    private static final Pattern CLIENT =
            Pattern.compile("^((main|restore|global)\\.)?(consumer|producer|admin)\\.(?=.)");

    private static final Pattern SOUNDS_SECRET = Pattern.compile(
            "passw|passphrase|secret|token|jaas|credential|key\\.pem|keystore\\.key|user\\.info|api\\.?key|private",
            Pattern.CASE_INSENSITIVE);

    private SecretKeys() {}

    /** @param key a setting of Kafka's clients, without {@code kafka.} before it */
    static boolean matches(String key) {
        String plain = CLIENT.matcher(key).replaceFirst("");
        return KAFKA.stream()
                .map(table -> Optional.ofNullable(table.configKeys().get(plain)))
                .flatMap(Optional::stream)
                .map(known -> known.type == ConfigDef.Type.PASSWORD)
                .reduce(Boolean::logicalOr)
                .orElseGet(() -> SOUNDS_SECRET.matcher(plain).find());
    }
}
