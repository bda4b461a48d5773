package dev.assay.streams.broker;

import dev.assay.streams.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * One node of several, in a JVM of its own ({@link BrokerProcess#startCluster}). Prints its address once it is part of the cluster, and
 * ends on SIGTERM.
 */
@Terminal
final class ClusterNode {
    private ClusterNode() {}

    /** Arguments: those of {@link ClusterPlace}, then the folder of its data. */
    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        LocalBroker broker = LocalBroker.start(
                Path.of(arguments.get(arguments.size() - 1)),
                ClusterPlace.parse(arguments.subList(0, arguments.size() - 1)));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "assay-stop"));
        PrintWriter out = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8));
        out.println(broker.bootstrap());
        out.flush(); // the broker's own threads keep the process alive
    }
}
