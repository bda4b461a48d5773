package dev.assay.schemas.serde;

import dev.assay.schemas.Metrics;
import org.apache.kafka.common.serialization.Serdes;

/** Metrics both ways. */
public final class MetricsSerde extends Serdes.WrapperSerde<Metrics> {

    public MetricsSerde() {
        super(new MetricsSerializer(), new MetricsDeserializer());
    }
}
