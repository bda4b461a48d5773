package dev.assay.streams.detection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Whether an application runs and how far it is behind, under {@code assay.application}. Kafka says the latter of each partition, under
 * names that come and go with the assignment; one number an application is there from the first scrape.
 */
final class ApplicationMeters implements MeterBinder {
    private static final String LAG = "records-lag";
    private static final String CONSUMER = "consumer-fetch-manager-metrics";
    private static final String RESTORING = "restore-consumer"; // reads changelogs, not the input

    private final KafkaStreams streams;
    private final String application;

    ApplicationMeters(KafkaStreams streams, String application) {
        this.streams = streams;
        this.application = application;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("assay.application.running", () -> streams.state() == KafkaStreams.State.RUNNING ? 1 : 0)
                .tag("application", application)
                .register(registry);
        Gauge.builder("assay.application.lag", this::lag)
                .baseUnit("records")
                .tag("application", application)
                .register(registry);
    }

    /** Records not read yet, over all partitions, as far as that is known. */
    double lag() {
        return streams.metrics().entrySet().stream()
                .filter(metric -> isLag(metric.getKey()))
                .mapToDouble(metric -> records(metric.getValue()))
                .sum();
    }

    private static boolean isLag(MetricName name) {
        return name.name().equals(LAG)
                && name.group().equals(CONSUMER)
                && !name.tags().getOrDefault("client-id", "").endsWith(RESTORING);
    }

    /** No number, as of a partition from which nothing has been read yet, is no lag that is known. */
    private static double records(Metric metric) {
        return metric.metricValue() instanceof Number number && Double.isFinite(number.doubleValue())
                ? number.doubleValue()
                : 0;
    }
}
