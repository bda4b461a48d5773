package dev.assay.streams.broker;

import dev.assay.streams.process.ChildJvm;
import dev.assay.streams.process.LogLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A broker in a process of its own, {@code assay broker}, which can be stopped, continued, killed and started again with the port and
 * data it had. Its log is {@code broker.log} in its folder.
 */
public final class BrokerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Pattern ADDRESS = Pattern.compile("(?m)^(127\\.0\\.0\\.1:\\d+)$");

    private final Path folder;
    private final List<String> jvmFlags;
    private final Optional<ClusterPlace> place; // empty: the only node there is
    private ChildJvm child;
    private LogLine line;
    private String bootstrap;

    private BrokerProcess(Path folder, List<String> jvmFlags, Optional<ClusterPlace> place) {
        this.folder = folder;
        this.jvmFlags = jvmFlags;
        this.place = place;
    }

    /**
     * Starts on a free port, with little memory, and waits until it is ready.
     *
     * @param folder takes data and log, and stays
     * @throws dev.assay.streams.process.ChildStartException when it does not become ready
     */
    public static BrokerProcess start(Path folder) {
        return start(folder, SMALL);
    }

    /**
     * The same with a JVM of one's own choice.
     *
     * @param jvmFlags such as {@code -Xmx1g}
     */
    public static BrokerProcess start(Path folder, List<String> jvmFlags) {
        BrokerProcess broker = new BrokerProcess(folder.toAbsolutePath(), List.copyOf(jvmFlags), Optional.empty());
        broker.launch(0);
        broker.awaitReady();
        return broker;
    }

    /**
     * Starts several, each broker and controller, which keep everything in as many replicas.
     *
     * @param folder takes a folder for each
     */
    public static List<BrokerProcess> startCluster(Path folder, int nodes) {
        List<BrokerProcess> brokers = ClusterPlace.of(nodes).stream()
                .map(place -> new BrokerProcess(
                        folder.toAbsolutePath().resolve("broker-" + place.node()), SMALL, Optional.of(place)))
                .toList();
        brokers.forEach(broker -> broker.launch(0));
        try {
            brokers.forEach(BrokerProcess::awaitReady);
        } catch (RuntimeException e) {
            brokers.parallelStream().forEach(BrokerProcess::close);
            throw e;
        }
        return brokers;
    }

    private void launch(int port) {
        Path log = folder.resolve("broker.log");
        line = LogLine.from(log);
        String data = folder.resolve("data").toString();
        if (place.isPresent()) {
            List<String> arguments = place.get().arguments();
            arguments.add(data);
            child = ChildJvm.start(ClusterNode.class, log, jvmFlags, arguments);
            return;
        }
        child = ChildJvm.start(log, jvmFlags, List.of("broker", "--port", Integer.toString(port), "--dir", data));
    }

    private void awaitReady() {
        String address = line.await(child, ADDRESS, PATIENCE);
        bootstrap = place.map(ClusterPlace::bootstrap).orElse(address);
    }

    /** Its number among several, from 1. */
    public int node() {
        return place.map(ClusterPlace::node).orElse(BrokerProperties.NODE);
    }

    /** Where clients connect, as {@code host:port}, of several joined by commas; the same after a restart. */
    public String bootstrap() {
        return bootstrap;
    }

    /** Creates topics and waits until every partition has a leader. */
    public void createTopics(Collection<NewTopic> topics) {
        LeaderWait.create(bootstrap, topics);
    }

    /** Its process id. */
    public long pid() {
        return child.pid();
    }

    /** Stops it where it stands (SIGSTOP): connections stay open and nothing answers. */
    public void pause() {
        child.pause();
    }

    /** Lets it go on (SIGCONT). */
    public void resume() {
        child.resume();
    }

    /** Kills it without warning (SIGKILL). */
    public void kill() {
        child.kill();
    }

    /** Starts it again after {@link #kill}, on the same port and data, and waits until every leader answers. */
    public void restart() {
        launch(Integer.parseInt(bootstrap.substring(bootstrap.lastIndexOf(':') + 1)));
        awaitReady();
    }

    /** Whether its process has not ended. */
    public boolean isAlive() {
        return child.isAlive();
    }

    /** Ends it cleanly; the folder stays. */
    @Override
    public void close() {
        child.close();
    }
}
