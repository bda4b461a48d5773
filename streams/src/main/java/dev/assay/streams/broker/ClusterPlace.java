package dev.assay.streams.broker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/**
 * One node's place among several on this machine, each of them broker and controller.
 *
 * @param node its number, from 1
 * @param clusterId the same for all
 * @param ports where clients reach each node, by number
 * @param controllerPorts where the nodes reach each other's controllers
 */
record ClusterPlace(int node, String clusterId, List<Integer> ports, List<Integer> controllerPorts) {
    private static final String HOST = "127.0.0.1";

    /** Copies the lists. */
    ClusterPlace {
        ports = List.copyOf(ports);
        controllerPorts = List.copyOf(controllerPorts);
    }

    /** Places for a new cluster, on free ports. */
    static List<ClusterPlace> of(int nodes) {
        List<Integer> free = Ports.free(2 * nodes);
        String id = identity();
        return IntStream.rangeClosed(1, nodes)
                .mapToObj(node -> new ClusterPlace(node, id, free.subList(0, nodes), free.subList(nodes, 2 * nodes)))
                .toList();
    }

    /** Kafka's identities are UUIDs in base 64; one that begins with a hyphen would be taken for a flag. */
    private static String identity() {
        UUID random = UUID.randomUUID();
        return new Uuid(random.getMostSignificantBits() & Long.MAX_VALUE, random.getLeastSignificantBits()).toString();
    }

    /** Reads what {@link #arguments} wrote. */
    static ClusterPlace parse(List<String> arguments) {
        return new ClusterPlace(
                Integer.parseInt(arguments.get(0)),
                arguments.get(1),
                numbers(arguments.get(2)),
                numbers(arguments.get(3)));
    }

    private static List<Integer> numbers(String joined) {
        return Stream.of(joined.split(",")).map(Integer::valueOf).toList();
    }

    List<String> arguments() {
        return new ArrayList<>(List.of(Integer.toString(node), clusterId, joined(ports), joined(controllerPorts)));
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    int port() {
        return ports.get(node - 1);
    }

    int controllerPort() {
        return controllerPorts.get(node - 1);
    }

    /** Where clients connect: this node, or whichever of the others is alive. */
    String bootstrap() {
        return ports.stream().map(port -> HOST + ":" + port).collect(Collectors.joining(","));
    }

    /** The server configuration of a single node, made one of several: everything is kept by each, and written by two at least. */
    Map<String, Object> over(Map<String, Object> single) {
        Map<String, Object> properties = new HashMap<>(single);
        String all = Integer.toString(ports.size());
        String most = Integer.toString(ports.size() / 2 + 1);
        properties.put("node.id", node);
        properties.put(
                "controller.quorum.voters",
                IntStream.rangeClosed(1, ports.size())
                        .mapToObj(other -> other + "@" + HOST + ":" + controllerPorts.get(other - 1))
                        .collect(Collectors.joining(",")));
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            properties.put(topic + ".replication.factor", all);
        }
        properties.put("transaction.state.log.min.isr", most);
        properties.put("share.coordinator.state.topic.min.isr", most);
        properties.put("default.replication.factor", all);
        properties.put("min.insync.replicas", most);
        properties.remove("broker.session.timeout.ms"); // others take over from one that is silent
        return properties;
    }
}
