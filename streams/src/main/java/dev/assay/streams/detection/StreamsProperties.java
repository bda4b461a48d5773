package dev.assay.streams.detection;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' own settings (DESIGN §5). */
public final class StreamsProperties {
    private static final int DETECTION_POLL_MS = 10;
    private static final int DETECTION_COMMIT_MS = 200;
    private static final int METRICS_COMMIT_MS = 2000;
    private static final int METADATA_MS = 30_000;
    private static final int HEARTBEATS = 3; // in a session: one or two may be lost
    static final String CLASSIC = "classic";

    private StreamsProperties() {}

    static Properties detection(ApplicationSettings settings, Cluster cluster) {
        Map<String, Object> own = Map.of(
                // Returns to the results soon where no event comes.
                StreamsConfig.POLL_MS_CONFIG,
                DETECTION_POLL_MS,
                // A verdict waits a tenth of a second on average, less than its scoring takes, and broker and clients
                // are left in peace.
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                DETECTION_COMMIT_MS,
                // A task reads one partition, so that there is nothing to wait for; asking for lags takes a tenth of a
                // busy thread's time.
                StreamsConfig.MAX_TASK_IDLE_MS_CONFIG,
                StreamsConfig.MAX_TASK_IDLE_MS_DISABLED,
                // Few, so that a slow text delays few behind it in one round.
                StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
                200,
                // Raised partitions are read within half a minute instead of five.
                StreamsConfig.consumerPrefix(ConsumerConfig.METADATA_MAX_AGE_CONFIG),
                METADATA_MS);
        return of(settings, own, cluster);
    }

    /** Those of the metrics topology. */
    public static Properties metrics(ApplicationSettings settings, Cluster cluster) {
        // Nobody waits for a minute's numbers: few transactions, and well within the grace of a window.
        return of(settings, Map.of(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, METRICS_COMMIT_MS), cluster);
    }

    private static Properties of(ApplicationSettings settings, Map<String, Object> own, Cluster cluster) {
        Properties properties = new Properties();
        properties.putAll(defaults(settings));
        properties.putAll(own);
        if (cluster.groupProtocol().equals(CLASSIC)) {
            properties.putAll(session(cluster));
        }
        // Given without the prefix of one client, it means all of them, and the prefixed one of ours would win.
        settings.kafka().keySet().forEach(key -> properties.keySet().removeIf(ours -> isThatOf(ours, key)));
        properties.putAll(settings.kafka());
        properties.putAll(fixed(settings, cluster.groupProtocol()));
        return properties;
    }

    private static boolean isThatOf(Object prefixed, String key) {
        return prefixed.equals(StreamsConfig.consumerPrefix(key)) || prefixed.equals(StreamsConfig.producerPrefix(key));
    }

    /** A killed instance's partitions go to others this soon. */
    private static Map<String, Object> session(Cluster cluster) {
        return Map.of(
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                cluster.sessionMillis(),
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                cluster.sessionMillis() / HEARTBEATS);
    }

    /** What a user may set otherwise. */
    private static Map<String, Object> defaults(ApplicationSettings settings) {
        int recordBytes = settings.detection().recordBytes();
        return Map.of(
                // A read_committed reader waits this long after kill -9.
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                15_000,
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                recordBytes,
                // Verdicts repeat names and provenance: little is left for broker, network and disk.
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                "lz4",
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                recordBytes,
                // An instance whose clock is an hour ahead must be able to write them: what is written from a
                // punctuator has
                // the time of that clock.
                StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG),
                Long.MAX_VALUE,
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
