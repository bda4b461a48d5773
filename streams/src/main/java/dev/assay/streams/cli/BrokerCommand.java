package dev.assay.streams.cli;

import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.run.ShutdownSignal;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One Kafka node of this machine, until told to stop. */
@Command(
        name = "broker",
        description = {
            "Run a Kafka broker on 127.0.0.1, for trying things out; one node, nothing replicated.",
            "Prints its address, host:port, once every partition's leader answers. Stops on SIGTERM or Ctrl-C."
        },
        footer = {
            "",
            "Examples:",
            "  assay broker                            on port 9092, gone without trace when it stops",
            "  assay broker --dir my-broker --port 0   on a free port, with data that stay"
        })
final class BrokerCommand implements Runnable {
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final int HIGHEST_PORT = 65_535;

    private final Surroundings here;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "9092",
            description = "Port to listen on, 0 for a free one; default: ${DEFAULT-VALUE}.")
    int port;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder of its data, which stay; default: a temporary one, which goes.")
    Path dir;

    @Spec
    CommandSpec spec;

    BrokerCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public void run() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port " + port + ": give 0 for a free one, or up to " + HIGHEST_PORT);
        }
        Logs.quiet();
        try (ShutdownSignal signal = new ShutdownSignal();
                LocalBroker broker = dir == null ? LocalBroker.start(port) : LocalBroker.start(dir, port)) {
            broker.awaitLeaders();
            here.out().println(broker.bootstrap());
            here.out().flush();
            untilStopped(signal);
        }
    }

    /** An interruption asks to stop, too. */
    private void untilStopped(ShutdownSignal signal) {
        try {
            while (!signal.await(GLANCE)) {
                // running
            }
        } catch (InterruptedException e) {
            here.progress("interrupted");
        }
        here.progress("stopping");
    }
}
