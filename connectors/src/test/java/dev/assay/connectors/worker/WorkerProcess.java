package dev.assay.connectors.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Connect worker in a JVM of its own, to be killed. */
final class WorkerProcess implements AutoCloseable {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private final Process process;
    private final ConnectRest rest;

    private WorkerProcess(Process process, ConnectRest rest) {
        this.process = process;
        this.rest = rest;
    }

    /** A member of a group; the plugins are on its class path. */
    static WorkerProcess distributed(Path folder, String bootstrap) throws IOException {
        int port = TestBroker.freePort();
        List<String> arguments = List.of(
                "org.apache.kafka.connect.cli.ConnectDistributed",
                write(folder, WorkerProperties.distributed(bootstrap, port)));
        return start(folder, port, CLASS_PATH, arguments, Map.of());
    }

    /** Runs connectors from their files; the plugins are in a folder, and nothing of them is on its class path. */
    static WorkerProcess standalone(
            Path folder, String bootstrap, Path plugins, List<Path> connectors, Map<String, String> environment)
            throws IOException {
        int port = TestBroker.freePort();
        var arguments = new ArrayList<>(List.of(
                "org.apache.kafka.connect.cli.ConnectStandalone",
                write(folder, WorkerProperties.standalone(bootstrap, port, plugins, folder.resolve("offsets")))));
        connectors.forEach(file -> arguments.add(file.toString()));
        return start(folder, port, withoutPlugins(), arguments, environment);
    }

    private static String withoutPlugins() {
        String root = System.getProperty("assay.root");
        return Stream.of(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> !entry.startsWith(root))
                .filter(entry -> Stream.of("avro-", "jsoup-", "jackson-dataformat-csv-")
                        .noneMatch(new File(entry).getName()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String write(Path folder, Map<String, String> settings) throws IOException {
        var properties = new Properties();
        properties.putAll(settings);
        Path file = Files.createTempFile(folder, "worker", ".properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return file.toString();
    }

    private static WorkerProcess start(
            Path folder, int port, String classPath, List<String> arguments, Map<String, String> environment)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("worker-" + port + ".log").toFile());
        builder.environment().putAll(environment);
        return new WorkerProcess(builder.start(), new ConnectRest(port));
    }

    ConnectRest rest() {
        return rest;
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As {@code kill} does: tasks finish what they have in hand. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("the worker ends on SIGTERM; it inherits it ignored where the build was started so")
                .isTrue();
    }

    @Override
    public void close() {
        kill();
    }
}
