package dev.assay.streams.detection;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' own settings (DESIGN §5). */
final class StreamsProperties {
    private StreamsProperties() {}

    static Properties of(ApplicationSettings settings, String groupProtocol) {
        Properties properties = new Properties();
        properties.putAll(defaults(settings));
        properties.putAll(settings.kafka());
        properties.putAll(fixed(settings, groupProtocol));
        return properties;
    }

    /** What a user may set otherwise. */
    private static Map<String, Object> defaults(ApplicationSettings settings) {
        int recordBytes = settings.detection().recordBytes();
        return Map.of(
                // Returns to the results soon where no event comes.
                StreamsConfig.POLL_MS_CONFIG,
                10,
                // Few, so that a slow text delays few behind it in one round.
                StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
                200,
                // A read_committed reader waits this long after kill -9.
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                15_000,
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                recordBytes,
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                recordBytes,
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                settings.threads());
    }

    private static Map<String, Object> fixed(ApplicationSettings settings, String groupProtocol) {
        return Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                settings.applicationId(),
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrap(),
                StreamsConfig.STATE_DIR_CONFIG,
                settings.stateDir().toString(),
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.GROUP_PROTOCOL_CONFIG,
                groupProtocol,
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true);
    }
}
