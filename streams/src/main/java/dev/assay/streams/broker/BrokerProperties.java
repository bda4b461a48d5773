package dev.assay.streams.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The server configuration of one node that is broker and controller, listens on loopback and wants little memory. */
final class BrokerProperties {
    static final int NODE = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String HOST = "127.0.0.1";

    private BrokerProperties() {}

    static Map<String, Object> of(Path folder, int port, int controllerPort) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("log.dirs", folder.toString());
        properties.putAll(node(port, controllerPort));
        properties.putAll(groups());
        properties.putAll(singleReplicas());
        properties.putAll(smallness());
        return properties;
    }

    /** The controller of the same node without its broker, whose registration it gives up at once. */
    static Map<String, Object> controllerAlone(Path folder, int controllerPort) {
        String controller = HOST + ":" + controllerPort;
        return Map.of(
                "log.dirs",
                folder.toString(),
                "process.roles",
                "controller",
                "node.id",
                NODE,
                "controller.quorum.voters",
                NODE + "@" + controller,
                "listeners",
                CONTROLLER_LISTENER + "://" + controller,
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "listener.security.protocol.map",
                CONTROLLER_LISTENER + ":PLAINTEXT",
                "broker.session.timeout.ms",
                100);
    }

    private static Map<String, Object> node(int port, int controllerPort) {
        String controller = HOST + ":" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                NODE,
                "controller.quorum.voters",
                NODE + "@" + controller,
                "listeners",
                "PLAINTEXT://" + HOST + ":" + port + "," + CONTROLLER_LISTENER + "://" + controller,
                "advertised.listeners",
                "PLAINTEXT://" + HOST + ":" + port,
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "inter.broker.listener.name",
                "PLAINTEXT",
                "listener.security.protocol.map",
                CONTROLLER_LISTENER + ":PLAINTEXT,PLAINTEXT:PLAINTEXT",
                "auto.create.topics.enable",
                "false",
                "message.max.bytes",
                LocalBroker.MAX_MESSAGE_BYTES);
    }

    /** Six seconds until a dead member's partitions go to another, whichever protocol its group speaks (DESIGN §5). */
    private static Map<String, Object> groups() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", "6000",
                "group.streams.session.timeout.ms", "6000",
                "group.streams.min.session.timeout.ms", "6000",
                "group.streams.heartbeat.interval.ms", "1000",
                "group.streams.min.heartbeat.interval.ms", "1000",
                "group.streams.initial.rebalance.delay.ms", "0");
    }

    private static Map<String, Object> singleReplicas() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                // Looked for every ten seconds by default, which would double a short transaction time-out.
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                // Nobody could take over from the only broker there is: one that stood still must find itself leading
                // (FormerLife).
                "broker.session.timeout.ms", "3600000");
    }

    /** The defaults reserve 128 MiB for the log cleaner and three threads a core for a machine that does nothing else. */
    private static Map<String, Object> smallness() {
        return Map.of(
                "log.cleaner.dedupe.buffer.size", 8 << 20,
                "log.index.size.max.bytes", 1 << 20,
                "num.network.threads", 2,
                "num.io.threads", 4,
                "background.threads", 2,
                "num.recovery.threads.per.data.dir", 1);
    }
}
