package dev.assay.streams.calibrations;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.schemas.Topics;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import dev.assay.streams.topic.CommittedReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * The topic of calibrations, and how clients come to it.
 *
 * @param name full name
 * @param client settings of a Kafka client
 */
public record CalibrationTopic(String name, Map<String, Object> client) {
    private static final String PATIENCE_MS = "10000";

    /** Copies the map. */
    public CalibrationTopic {
        client = Map.copyOf(client);
    }

    /** That of the settings. */
    public static CalibrationTopic of(Settings settings) {
        Map<String, Object> client = new HashMap<>(settings.kafka());
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.get(SettingTable.BOOTSTRAP_SERVERS));
        client.remove(CommonClientConfigs.CLIENT_ID_CONFIG); // the streams' own, where somebody set it
        String name = new Topics(settings.get(SettingTable.TOPIC_PREFIX))
                .calibrations()
                .name();
        return new CalibrationTopic(name, client);
    }

    /** A reader at its beginning; without partitions where there is no such topic. */
    public CommittedReader reader() {
        Map<String, Object> own = new HashMap<>(client);
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"); // what was lost is told, and all is read again
        own.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        return new CommittedReader(own, List.of(name));
    }

    /** All that stands on it now, whatever model it was made for; nothing where there is no such topic. */
    public PublishedCalibrations read() {
        return read(any -> Optional.empty());
    }

    /** The same for one model. */
    public PublishedCalibrations read(Function<Calibration, Optional<String>> mismatch) {
        PublishedCalibrations published = new PublishedCalibrations(mismatch);
        try (CommittedReader reader = reader()) {
            reader.readToEnd(records -> records.forEach(published::take));
        }
        return published;
    }
}
