package dev.assay.streams.services;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Apicurio in a process of its own, with its data in memory, as the profile {@code registries} has unpacked it. */
final class ApicurioProcess implements TestRegistry {
    private static final String PATH = "/apis/ccompat/v7";
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final int port;

    private ApicurioProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts that version and waits until it answers. */
    static ApicurioProcess start(String version, Path java) {
        Path folder = folder(version);
        int port = freePort();
        var builder = new ProcessBuilder(command(java, folder)).directory(folder.toFile());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        Path log = folder.resolveSibling("apicurio-" + version + ".log");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            var registry = new ApicurioProcess(builder.start(), port);
            Runtime.getRuntime().addShutdownHook(new Thread(registry.process::destroyForcibly));
            registry.awaitReady(log);
            return registry;
        } catch (IOException unstartable) {
            throw new IllegalStateException("cannot start Apicurio " + version, unstartable);
        }
    }

    /** Where that version is, whether or not it is there. */
    static Path folder(String version) {
        return Path.of(System.getProperty("assay.root"), "streams", "target", "registries", "apicurio-" + version);
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port + PATH;
    }

    @Override
    public void close() {
        end(process);
    }

    /** Asks it to end, and kills it where it does not. */
    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static List<String> command(Path java, Path folder) {
        try (var files = Files.list(folder)) {
            Path jar = files.filter(file -> file.toString().endsWith("run.jar")
                            || file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
            return new ArrayList<>(
                    List.of(java.toString(), "-Xmx384m", "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot look into " + folder, unreadable);
        }
    }

    private void awaitReady(Path log) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url() + "/subjects")).build();
        await("Apicurio, see " + log)
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> client.send(request, BodyHandlers.discarding()).statusCode() == 200 || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("Apicurio ended at once, see " + log);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException("no free port", none);
        }
    }
}
