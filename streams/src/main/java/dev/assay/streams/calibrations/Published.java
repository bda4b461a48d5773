package dev.assay.streams.calibrations;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationException;
import dev.assay.detectors.calibrate.CalibrationFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What stands on the topic under one key.
 *
 * @param key the calibration's id, unless it is broken
 * @param standing whether it is used
 * @param calibration the calibration; null where it is not used
 * @param says why it is passed over; empty where it is used
 */
public record Published(String key, Standing standing, Calibration calibration, String says) {
    /** Whether a calibration is used. */
    public enum Standing {
        /** It fits the model and the settings. */
        USED,
        /** It was made for another model or other settings. */
        FOREIGN,
        /** It is no calibration, or was altered. */
        BROKEN
    }

    /** The record's key, in the form in which records replace each other. */
    static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /**
     * Reads a record that has a value; whatever it holds, it is one of the three.
     *
     * @param mismatch what of a calibration differs from the model or the settings
     */
    static Published of(ConsumerRecord<byte[], byte[]> record, Function<Calibration, Optional<String>> mismatch) {
        String key = key(record);
        String name = record.topic() + "-" + record.partition() + "@" + record.offset();
        try {
            Calibration calibration = CalibrationFile.parse(record.value(), name);
            if (!calibration.id().equals(key)) {
                return new Published(key, Standing.BROKEN, null, name + " has a key that is not its calibration's id");
            }
            return mismatch.apply(calibration)
                    .map(what ->
                            new Published(key, Standing.FOREIGN, null, "calibration " + key + " was made with " + what))
                    .orElseGet(() -> new Published(key, Standing.USED, calibration, ""));
        } catch (CalibrationException e) {
            return new Published(key, Standing.BROKEN, null, e.getMessage());
        }
    }
}
