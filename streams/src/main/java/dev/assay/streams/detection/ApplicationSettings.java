package dev.assay.streams.detection;

import dev.assay.schemas.Topics;
import dev.assay.streams.preflight.Installation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a running application is told.
 *
 * @param bootstrap brokers to start from, host:port, comma separated
 * @param applicationId name of the group, of internal topics and of transactions
 * @param topics the topics under their prefix
 * @param stateDir folder of the pending store; the same at every start, so that a restart fences its own open transaction
 * @param threads stream threads
 * @param groupProtocol {@code classic}, {@code streams}, or {@code auto}: what the group's members speak already, else {@code classic}
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
    private static final String FORMER_ID = "assay-detection"; // in 0.1.0, under every prefix

    /** The id unless settings say otherwise: one of the prefix's own, so that two installations do not share one unasked. */
    public static String defaultId(String prefix) {
        String name = prefix.replaceFirst("[._-]+$", "");
        return name.isEmpty() ? "detection" : name + "-detection";
    }

    /** Copies the map. */
    public ApplicationSettings {
        kafka = Map.copyOf(kafka);
    }

    /** What the brokers are asked about before the detection starts. */
    public Installation installation() {
        return new Installation(
                applicationId,
                topics.textEvents(),
                formerId(),
                Optional.of(PendingStore.NAME),
                PendingStore.sizes(detection.recordBytes()),
                groupProtocol,
                kafka);
    }

    private Optional<String> formerId() {
        boolean isUnasked = applicationId.equals(defaultId(topics.prefix()));
        return isUnasked && !applicationId.equals(FORMER_ID) ? Optional.of(FORMER_ID) : Optional.empty();
    }

    /** The same for the metrics topology: a group, state and transactions of its own, and one thread. */
    public ApplicationSettings forMetrics() {
        return new ApplicationSettings(
                bootstrap, applicationId + "-metrics", topics, stateDir, 1, groupProtocol, detection, engine, kafka);
    }
}
