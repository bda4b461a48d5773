package dev.assay.streams.cli;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationFile;
import dev.assay.schemas.Topic;
import dev.assay.streams.calibrations.CalibrationPublisher;
import dev.assay.streams.calibrations.CalibrationTopic;
import dev.assay.streams.run.Detection;
import dev.assay.streams.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A calibration file that is to be published.
 *
 * @param file where it is
 * @param calibration what it holds
 * @param json its bytes, which are published as they are
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Publication(Path file, Calibration calibration, byte[] json) {
    /**
     * Reads the file.
     *
     * @throws dev.assay.detectors.calibrate.CalibrationException when it is no calibration or was altered
     */
    static Publication of(Path file) {
        Calibration calibration =
                CalibrationFile.read(file); // refuses what is too large before it is taken into memory
        try {
            byte[] json = Files.readAllBytes(file);
            return new Publication(file, calibration, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The topic of calibrations, which is there.
     *
     * @throws CommandFailure in one line, where it is not, or where no broker answers
     */
    static CalibrationTopic requireTopic(Settings settings) {
        Topic topic = Detection.topics(settings).calibrations();
        Logs.quietClients();
        try (BrokerConnection broker = BrokerConnection.open(settings)) {
            if (broker.partitions(topic.name()).isEmpty()) {
                throw new CommandFailure("topic " + topic.name() + " is missing; create it with `assay topics create "
                        + topic.name() + "`.");
            }
        }
        return CalibrationTopic.of(settings);
    }

    /** Publishes them in this order and says so. */
    static void send(List<Publication> publications, CalibrationTopic topic, Surroundings here) {
        try (CalibrationPublisher publisher = new CalibrationPublisher(topic)) {
            for (Publication each : publications) {
                publisher.publish(each.calibration().id(), each.json());
                here.out()
                        .println(each.file() + ": published "
                                + each.calibration().id() + " on " + topic.name());
            }
        }
    }
}
