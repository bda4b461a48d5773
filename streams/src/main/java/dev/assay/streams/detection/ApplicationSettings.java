package dev.assay.streams.detection;

import dev.assay.schemas.Topics;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a running application is told.
 *
 * @param bootstrap brokers to start from, host:port, comma separated
 * @param applicationId name of the group, of internal topics and of transactions
 * @param topics the topics under their prefix
 * @param stateDir folder of the pending store; the same at every start, so that a restart fences its own open transaction
 * @param threads stream threads
 * @param groupProtocol {@code streams}, {@code classic}, or {@code auto}: {@code streams} where the broker supports it
 * @param detection sizes
 * @param engine workers and memory
 * @param kafka settings handed to Kafka's clients as they are; they win over everything but what exactly-once needs
 */
public record ApplicationSettings(
        String bootstrap,
        String applicationId,
        Topics topics,
        Path stateDir,
        int threads,
        String groupProtocol,
        DetectionSettings detection,
        EngineSettings engine,
        Map<String, String> kafka) {
    /** Copies the map. */
    public ApplicationSettings {
        kafka = Map.copyOf(kafka);
    }

    /** The same for the metrics topology: a group, state and transactions of its own, and one thread. */
    public ApplicationSettings forMetrics() {
        return new ApplicationSettings(
                bootstrap, applicationId + "-metrics", topics, stateDir, 1, groupProtocol, detection, engine, kafka);
    }
}
