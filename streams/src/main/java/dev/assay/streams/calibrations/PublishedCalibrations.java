package dev.assay.streams.calibrations;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.streams.calibrations.Published.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The latest record of each key, so that reading the topic again gives the same. Not thread-safe. */
public final class PublishedCalibrations {
    private final Function<Calibration, Optional<String>> mismatch;
    private final Map<String, Published> byKey = new TreeMap<>();

    /** @param mismatch what of a calibration differs from the model or the settings; empty where it can be used */
    public PublishedCalibrations(Function<Calibration, Optional<String>> mismatch) {
        this.mismatch = mismatch;
    }

    /** Takes the next record; one without a value revokes what its key had. */
    public void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            byKey.remove(Published.key(record));
        } else {
            Published published = Published.of(record, mismatch);
            byKey.put(published.key(), published);
        }
    }

    /** All of them, by key. */
    public List<Published> all() {
        return List.copyOf(byKey.values());
    }

    /** Those that are used, by id. */
    public List<Calibration> used() {
        return with(Standing.USED).stream().map(Published::calibration).toList();
    }

    /** Those of one standing, by key. */
    public List<Published> with(Standing standing) {
        return byKey.values().stream()
                .filter(each -> each.standing() == standing)
                .toList();
    }
}
