package dev.assay.streams.run;

import dev.assay.schemas.Metrics;
import dev.assay.schemas.serde.MetricsSerializer;
import dev.assay.schemas.serde.VerdictDeserializer;
import dev.assay.streams.metrics.MetricsTopology;
import dev.assay.streams.metrics.MetricsWriter;
import dev.assay.streams.metrics.VerdictReader;
import dev.assay.streams.settings.Settings;
import java.util.Map;

/** How verdicts are read and metrics written, which is in the format of verdicts. Closing it closes the registry's clients. */
final class MetricsFormats implements AutoCloseable {
    private final VerdictDeserializer verdicts = new VerdictDeserializer();
    private final MetricsSerializer metrics = new MetricsSerializer();

    MetricsFormats(Settings settings) {
        Map<String, Object> config = Formats.serdeConfig(settings);
        verdicts.configure(config, false);
        config.put(MetricsSerializer.FORMAT, Formats.writable(settings).name());
        metrics.configure(config, false);
    }

    /** Reads and writes; both are thread-safe, so that all tasks share them. */
    MetricsTopology.Ports ports() {
        VerdictReader reader = verdicts::deserialize;
        MetricsWriter writer = metrics::serialize;
        return new MetricsTopology.Ports(() -> reader, () -> writer);
    }

    /**
     * Asks the registry, where there is one, before the first window does.
     *
     * @throws dev.assay.schemas.registry.RegistryException when it does not answer, or refuses the schema
     */
    void requireRegistry(String topic) {
        metrics.serialize(topic, Metrics.newBuilder().build());
    }

    @Override
    public void close() {
        verdicts.close();
        metrics.close();
    }
}
