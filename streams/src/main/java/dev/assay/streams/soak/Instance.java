package dev.assay.streams.soak;

import dev.assay.streams.process.ChildJvm;
import dev.assay.streams.process.LogLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One application process, {@code assay run}, with a state folder that it keeps over its lives. Its log is in {@code app.log}. */
final class Instance implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/health/ready");

    private final int number;
    private final Path folder;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private ChildJvm child;
    private LogLine line;

    Instance(int number, Path folder, InstanceSettings settings) {
        this.number = number;
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(settings);
    }

    /** Gives it settings for its next start. */
    final void write(InstanceSettings settings) {
        settings.write(config(), state());
    }

    /** The file of its settings. */
    final Path config() {
        return folder.resolve("settings.properties");
    }

    /** Starts it with this machine's clock; it gets ready some time later. */
    void launch() {
        launch(Map.of());
    }

    /** Starts it with variables of its environment. */
    void launch(Map<String, String> variables) {
        Path log = folder.resolve("app.log");
        line = LogLine.from(log);
        child = ChildJvm.start(
                SoakInstance.class,
                log,
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-D" + SoakInstance.FOLDER + "=" + folder),
                List.of("run", "--config", config().toString()),
                variables);
    }

    int number() {
        return number;
    }

    boolean isAlive() {
        return child.isAlive();
    }

    /** Whether its partitions are assigned and restored. */
    boolean isReady() {
        return get("/health/ready").isPresent();
    }

    /** Its metrics, where it answers. */
    Optional<Scrape> scrape() {
        return get("/metrics").map(Scrape::new);
    }

    /** Events that it has taken in and not answered; 0 where it does not say. */
    int inFlight() {
        return scrape().map(page -> (int) page.sum("assay_score_pending")).orElse(0);
    }

    /** Its state folder. */
    final Path state() {
        return folder.resolve("state");
    }

    /** Where a file makes a stream thread die. */
    Path trigger() {
        return folder.resolve(SoakInstance.DIE);
    }

    /** Where a file says how long each text takes beyond its own time, nanoseconds. */
    Path delay() {
        return folder.resolve(SoakInstance.DELAY);
    }

    /** Stops it where it stands (SIGSTOP). */
    void pause() {
        child.pause();
    }

    /** Lets it go on (SIGCONT). */
    void resume() {
        child.resume();
    }

    /** Kills it (SIGKILL). */
    void kill() {
        child.kill();
    }

    /** Ends it cleanly. */
    @Override
    public void close() {
        child.close();
    }

    private Optional<String> get(String page) {
        Optional<String> address = line.find(ADDRESS);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address.get() + page))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // not yet, or no more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
