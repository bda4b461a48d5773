package dev.assay.connectors.worker;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A Connect worker in a JVM of its own, to be killed. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final ConnectRest rest;

    private WorkerProcess(Process process, ConnectRest rest) {
        this.process = process;
        this.rest = rest;
    }

    static WorkerProcess start(Path folder, String bootstrap) throws IOException {
        int port = TestBroker.freePort();
        Map<String, String> settings = WorkerProperties.of(bootstrap, port);
        var properties = new Properties();
        properties.putAll(settings);
        Path file = folder.resolve("worker-" + port + ".properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("worker-" + port + ".log").toFile())
                .start();
        return new WorkerProcess(process, new ConnectRest(port));
    }

    ConnectRest rest() {
        return rest;
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
