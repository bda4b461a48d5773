package dev.assay.streams.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka node, broker and controller, inside this JVM and reachable from this machine only. A node started again on the same
 * folder has the topics, groups and transactions it had.
 */
public final class LocalBroker implements AutoCloseable {
    /** Largest record batch that the broker takes where a topic does not say otherwise, bytes. */
    public static final int MAX_MESSAGE_BYTES = 16 << 20;

    private static final Set<String> HALF_FORMATTED = Set.of("bootstrap.checkpoint", "__cluster_metadata-0");

    private final KafkaRaftServer server;
    private final String bootstrap;
    private final TemporaryFolder folder;

    private LocalBroker(KafkaRaftServer server, String bootstrap, TemporaryFolder folder) {
        this.server = server;
        this.bootstrap = bootstrap;
        this.folder = folder;
    }

    /** Starts on a free port, with data in a temporary folder that goes when the broker closes. */
    public static LocalBroker start() {
        return start(0);
    }

    /**
     * Starts with data in a temporary folder that goes when the broker closes.
     *
     * @param port port to listen on, 0 for a free one
     * @throws BrokerStartException when the port is taken
     */
    public static LocalBroker start(int port) {
        TemporaryFolder folder = TemporaryFolder.create("assay-broker");
        try {
            return start(folder.path(), port, folder);
        } catch (RuntimeException e) {
            folder.delete();
            throw e;
        }
    }

    /**
     * Starts with data in a folder that stays.
     *
     * @param folder where data is kept; made where it is missing
     * @param port port to listen on, 0 for a free one
     * @throws BrokerStartException when the port is taken, or the folder cannot be written or holds what is no broker's
     */
    public static LocalBroker start(Path folder, int port) {
        return start(folder, port, TemporaryFolder.none());
    }

    /**
     * The same with more settings of the broker's.
     *
     * @param adapt gets the broker's settings, in Kafka's names, and returns those to start with
     */
    static LocalBroker start(Path folder, UnaryOperator<Map<String, Object>> adapt) {
        return start(folder, 0, TemporaryFolder.none(), adapt);
    }

    private static LocalBroker start(Path folder, int port, TemporaryFolder owned) {
        return start(folder, port, owned, UnaryOperator.identity());
    }

    private static LocalBroker start(
            Path folder, int port, TemporaryFolder owned, UnaryOperator<Map<String, Object>> adapt) {
        int listening = Ports.requireFree(port);
        Path data = folder.toAbsolutePath();
        if (isFormatted(data)) {
            FormerLife.end(data);
        } else {
            format(data, BrokerProperties.NODE, Uuid.randomUuid().toString());
        }
        Map<String, Object> properties = adapt.apply(BrokerProperties.of(data, listening, Ports.free()));
        return started(folder, properties, listening, owned);
    }

    private static LocalBroker started(
            Path folder, Map<String, Object> properties, int listening, TemporaryFolder owned) {
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw new BrokerStartException("the local broker did not start in " + folder + ": " + e.getMessage(), e);
        }
        return new LocalBroker(server, "127.0.0.1:" + listening, owned);
    }

    /**
     * Starts one node of several; returns once it has joined them, for which most of them must have been started.
     *
     * @param folder where data is kept; made where it is missing
     */
    static LocalBroker start(Path folder, ClusterPlace place) {
        int port = Ports.requireFree(place.port());
        Path data = folder.toAbsolutePath();
        if (!isFormatted(data)) {
            format(data, place.node(), place.clusterId());
        }
        Map<String, Object> properties = place.over(BrokerProperties.of(data, port, place.controllerPort()));
        return started(folder, properties, port, TemporaryFolder.none());
    }

    private static boolean isFormatted(Path folder) {
        return Files.exists(folder.resolve("meta.properties"));
    }

    /** A broker takes folders beside its own for partitions: it renames them, and deletes files in them. */
    private static void requireOwn(Path folder) {
        try (Stream<Path> there = Files.exists(folder) ? Files.list(folder) : Stream.of()) {
            Optional<Path> foreign = there.filter(
                            path -> !HALF_FORMATTED.contains(path.getFileName().toString()))
                    .min(Comparator.naturalOrder());
            if (foreign.isPresent()) {
                throw new BrokerStartException("the folder " + folder + " holds what is no broker's ("
                        + foreign.get().getFileName() + "); give an empty one, a new one or one of a broker.");
            }
        } catch (IOException e) {
            throw new BrokerStartException("cannot keep broker data in " + folder + ": give a folder", e);
        }
    }

    /** Gives the folder an identity. */
    private static void format(Path folder, int node, String clusterId) {
        requireOwn(folder);
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setNodeId(node)
                    .setClusterId(clusterId)
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException e) {
            throw new BrokerStartException(
                    "cannot keep broker data in " + folder + ": choose a folder that can be written", e);
        } catch (Exception e) { // Formatter declares no narrower type
            throw new BrokerStartException("cannot prepare " + folder + " for a broker: " + e.getMessage(), e);
        }
    }

    /** Where clients connect, as {@code host:port}. */
    public String bootstrap() {
        return bootstrap;
    }

    /** Creates topics and waits until every partition has a leader. */
    public void createTopics(Collection<NewTopic> topics) {
        LeaderWait.create(bootstrap, topics);
    }

    /** Creates topics with one replica and the broker's defaults, and waits until every partition has a leader. */
    public void createTopics(int partitions, String... names) {
        createTopics(List.of(names).stream()
                .map(name -> new NewTopic(name, partitions, (short) 1))
                .toList());
    }

    /** Waits until the leader of every partition there is, internal ones too, takes requests. */
    public void awaitLeaders() {
        LeaderWait.await(bootstrap);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        folder.delete();
    }
}
