package dev.assay.streams.detection;

import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.StreamsMetrics;

/**
 * How often the calling stream thread has committed. Kafka Streams tells nobody of a commit but its meters; where there is no such meter, as in
 * the test driver, each look counts as one.
 */
final class Commits {
    private final Metric total;
    private long looks;

    private Commits(Metric total) {
        this.total = total;
    }

    static Commits ofThisThread(StreamsMetrics metrics) {
        String thread = Thread.currentThread().getName();
        return new Commits(metrics.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("commit-total")
                        && metric.metricName().group().equals("stream-thread-metrics")
                        && thread.equals(metric.metricName().tags().get("thread-id")))
                .findFirst()
                .orElse(null));
    }

    long count() {
        return total == null ? ++looks : ((Number) total.metricValue()).longValue();
    }
}
