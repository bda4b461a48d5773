package dev.assay.streams.preflight;

import dev.assay.schemas.Topic;
import java.util.Map;
import java.util.Optional;

/**
 * An application as it wants to start.
 *
 * @param applicationId name of the group, and the beginning of the names of internal topics
 * @param input the topic that it reads
 * @param formerId the id that an earlier release would have given it, where that is another
 * @param store the store whose changelog has a partition for each of the input's, where there is one
 * @param changelog what that changelog must take at least, by topic setting
 * @param groupProtocol {@code streams}, {@code classic} or {@code auto}
 * @param kafka settings handed to Kafka's clients as they are
 */
public record Installation(
        String applicationId,
        Topic input,
        Optional<String> formerId,
        Optional<String> store,
        Map<String, Long> changelog,
        String groupProtocol,
        Map<String, String> kafka) {
    /** Copies the maps. */
    public Installation {
        changelog = Map.copyOf(changelog);
        kafka = Map.copyOf(kafka);
    }

    /** Name of the changelog, as Kafka Streams calls it. */
    public Optional<String> changelogTopic() {
        return store.map(name -> applicationId + "-" + name + "-changelog");
    }
}
