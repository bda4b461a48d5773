package dev.assay.streams.run;

import dev.assay.streams.metrics.MetricsApplication;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;

/**
 * The metrics application under the settings, or nothing where they switch it off. It is an application of its own, beside the
 * detection: whatever befalls it, verdicts go on, so that its end is no reason to call the process dead.
 */
public final class Measuring implements AutoCloseable {
    private final Optional<MetricsApplication> application;
    private final Optional<MetricsFormats> formats;

    private Measuring(Optional<MetricsApplication> application, Optional<MetricsFormats> formats) {
        this.application = application;
        this.formats = formats;
    }

    /**
     * Asks the brokers whether all is there, and starts.
     *
     * @throws dev.assay.streams.detection.StartException when brokers or topics are missing
     * @throws dev.assay.schemas.registry.RegistryException when the schema registry cannot be asked
     * @throws dev.assay.streams.settings.SettingsException when a setting cannot be used
     */
    public static Measuring start(Settings settings, MeterRegistry metrics) {
        if (!settings.get(SettingTable.METRICS_TOPIC)) {
            return new Measuring(Optional.empty(), Optional.empty());
        }
        MetricsFormats formats = new MetricsFormats(settings);
        try {
            formats.requireRegistry(Detection.topics(settings).metrics().name());
            MetricsApplication application =
                    MetricsApplication.start(Detection.told(settings), formats.ports(), metrics);
            return new Measuring(Optional.of(application), Optional.of(formats));
        } catch (RuntimeException e) {
            formats.close();
            throw e;
        }
    }

    /** Why it stopped by itself. */
    public Optional<String> failure() {
        return application.flatMap(MetricsApplication::failure);
    }

    @Override
    public void close() {
        application.ifPresent(MetricsApplication::close);
        formats.ifPresent(MetricsFormats::close);
    }
}
