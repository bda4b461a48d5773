package dev.assay.streams.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** TCP ports of the loopback interface. */
final class Ports {
    private Ports() {}

    /** A port nobody listens on at the moment. */
    static int free() {
        return bound(0);
    }

    /** So many different ones. */
    static List<Integer> free(int count) {
        Set<Integer> ports = new LinkedHashSet<>();
        while (ports.size() < count) {
            ports.add(free());
        }
        return List.copyOf(ports);
    }

    /**
     * Makes sure that a port can be bound. Kafka's server would end the whole JVM where it cannot.
     *
     * @throws BrokerStartException when somebody else has it
     */
    static int requireFree(int port) {
        return bound(port);
    }

    private static int bound(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as Kafka does: a port in TIME_WAIT is free
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BrokerStartException(
                    "port " + port + " is taken: stop what listens there, or choose another port", e);
        }
    }
}
