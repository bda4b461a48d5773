package dev.assay.streams.metrics;

import dev.assay.schemas.Topics;
import dev.assay.streams.detection.ApplicationSettings;
import dev.assay.streams.detection.Cluster;
import dev.assay.streams.detection.StreamsApplication;
import dev.assay.streams.detection.StreamsProperties;
import dev.assay.streams.preflight.Installation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.Topology;

/** The metrics topology, running. A minute that is open when it closes goes on after the next start. */
public final class MetricsApplication implements AutoCloseable {
    private final StreamsApplication streams;

    private MetricsApplication(StreamsApplication streams) {
        this.streams = streams;
    }

    /**
     * Asks the brokers whether all is there, and starts.
     *
     * @param settings those of the detection; its group, state and transactions get the suffix {@code -metrics}
     * @throws dev.assay.streams.detection.StartException in one line, when brokers or topics are missing
     */
    public static MetricsApplication start(
            ApplicationSettings settings, MetricsTopology.Ports ports, MeterRegistry metrics) {
        ApplicationSettings own = settings.forMetrics();
        Topics topics = own.topics();
        Cluster cluster =
                Cluster.ask(own, installation(own), List.of(topics.verdicts(), topics.metrics(), topics.deadLetters()));
        Topology topology = new MetricsTopology(topics, ports, cluster.deadLetterRoom(), metrics).get();
        Counter written = metrics.counter("assay.metrics.records");
        return new MetricsApplication(StreamsApplication.start(
                topology, StreamsProperties.metrics(own, cluster), metrics, () -> (long) written.count()));
    }

    /** What the brokers are asked about before it starts; all its state is in one partition, whatever is raised. */
    public static Installation installation(ApplicationSettings own) {
        return new Installation(
                own.applicationId(),
                own.topics().verdicts(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                own.groupProtocol(),
                own.kafka());
    }

    /** Whether its partitions are assigned and restored, so that verdicts are being read. */
    public boolean isReady() {
        return streams.isReady();
    }

    /** Why it stopped by itself, in one line. */
    public Optional<String> failure() {
        return streams.failure();
    }

    /** Commits what is done and stops. */
    @Override
    public void close() {
        streams.close();
    }
}
