package dev.assay.streams.detection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** One topology, running, with Kafka's own metrics of it. */
public final class StreamsApplication implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final KafkaStreamsMetrics kafkaMetrics;
    private final ApplicationMeters meters;
    private final FaultHandler faults;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private StreamsApplication(KafkaStreams streams, String id, LongSupplier progress) {
        this.streams = streams;
        this.faults = new FaultHandler(progress);
        this.meters = new ApplicationMeters(streams, id);
        this.kafkaMetrics = new KafkaStreamsMetrics(streams);
    }

    /**
     * Starts it under Kafka Streams' settings.
     *
     * @param progress a number that grows whenever something is done for good: faults without it stop the application
     */
    public static StreamsApplication start(
            Topology topology, Properties properties, MeterRegistry metrics, LongSupplier progress) {
        StreamsApplication application = new StreamsApplication(
                create(topology, properties), properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG), progress);
        application.run(metrics);
        return application;
    }

    /** Under the protocol {@code streams}, members leave by themselves, and clients of one's own are not taken. */
    private static KafkaStreams create(Topology topology, Properties properties) {
        return StreamsProperties.CLASSIC.equals(properties.getProperty(StreamsConfig.GROUP_PROTOCOL_CONFIG))
                ? new KafkaStreams(topology, properties, new LeavingClients())
                : new KafkaStreams(topology, properties);
    }

    private void run(MeterRegistry metrics) {
        streams.setUncaughtExceptionHandler(faults);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                stopped.countDown();
            }
        });
        kafkaMetrics.bindTo(metrics);
        meters.bindTo(metrics);
        streams.start();
    }

    /** Whether its partitions are assigned and restored, so that records are being read. */
    public boolean isReady() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Whether it runs or still may; false once it has stopped, by request or by itself. */
    public boolean isLive() {
        return streams.state().isRunningOrRebalancing() || streams.state() == KafkaStreams.State.CREATED;
    }

    /** Records that it has not read yet, as far as that is known. */
    double lag() {
        return meters.lag();
    }

    /** The state in Kafka Streams' words. */
    public String state() {
        return streams.state().name();
    }

    /** Why it stopped by itself, in one line. */
    public Optional<String> failure() {
        return faults.failure();
    }

    /** Waits until it has stopped, by {@link #close} or by itself; false where it still runs after that long. */
    public boolean awaitStop(Duration longest) throws InterruptedException {
        return stopped.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Commits what is done and stops. */
    @Override
    public void close() {
        streams.close(PATIENCE);
        kafkaMetrics.close();
    }
}
