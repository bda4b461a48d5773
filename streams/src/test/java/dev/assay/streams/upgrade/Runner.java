package dev.assay.streams.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.process.ChildJvm;
import dev.assay.streams.process.LogLine;
import dev.assay.streams.settings.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One instance in a process of its own, slow or fast, with a state folder that outlives it. */
final class Runner implements AutoCloseable {
    private static final String MAIN = "dev.assay.streams.soak.SoakInstance"; // a file slows it down
    private static final String FOLDER = "assay.soak.folder";
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/health");
    private static final Pattern SAID = Pattern.compile("(?m)^assay: (?!stopping|running)(.*)$");
    private static final Pattern PENDING = Pattern.compile("(?m)^assay_score_pending (\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SLOW = "150000000"; // ns a text

    private final Path folder;
    private final ChildJvm child;
    private final LogLine line;

    private Runner(Path folder, ChildJvm child, LogLine line) {
        this.folder = folder;
        this.child = child;
        this.line = line;
    }

    static Runner launch(Path folder, Release release, Map<String, String> settings, boolean isSlow) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("delay"), isSlow ? SLOW : "0");
            Map<String, String> own = new TreeMap<>(settings);
            own.put("state.dir", folder.resolve("state").toString());
            Path file = folder.resolve("settings.properties");
            SettingsFile.write(file, own);
            Path log = folder.resolve(release.name() + ".log");
            LogLine line = LogLine.from(log);
            List<String> flags =
                    List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-D" + FOLDER + "=" + folder);
            ChildJvm child = ChildJvm.start(
                    Class.forName(MAIN),
                    log,
                    flags,
                    List.of("run", "--config", file.toString()),
                    release.environment());
            return new Runner(folder, child, line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until it reads events. */
    Runner awaitReady() {
        String address = line.await(child, ADDRESS, PATIENCE);
        Walk.await(() -> {
            assertThat(child.isAlive()).as(child.log().toString()).isTrue();
            return isReady(address);
        });
        return this;
    }

    private static boolean isReady(String address) {
        try {
            return get(address + "/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until it has ended by itself; what it said. */
    String awaitRefusal() {
        Walk.await(() -> !child.isAlive());
        return line.find(SAID).orElseThrow();
    }

    /** Events that it has taken in and not answered. */
    int pending() {
        try {
            String address = line.find(ADDRESS).orElseThrow();
            Matcher pending = PENDING.matcher(get(address + "/metrics").body());
            return pending.find() ? (int) Double.parseDouble(pending.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static java.net.http.HttpResponse<String> get(String address) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Texts take only as long as they take, from now on. */
    void hurry() {
        try {
            Files.writeString(folder.resolve("delay"), "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() {
        child.kill();
    }

    /** Its disk is gone. */
    void loseState() {
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it cleanly; what is pending stays so. */
    @Override
    public void close() {
        child.close();
    }
}
