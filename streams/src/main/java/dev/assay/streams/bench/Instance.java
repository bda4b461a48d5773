package dev.assay.streams.bench;

import dev.assay.streams.process.ChildJvm;
import dev.assay.streams.process.LogLine;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import dev.assay.streams.settings.SettingsFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** {@code assay run} in a process of its own, with the memory that the launcher gives it. */
final class Instance implements AutoCloseable {
    private static final List<String> LAUNCHER_FLAGS = List.of("-Xmx512m");
    private static final Pattern ADDRESS = Pattern.compile("health and metrics on (http://\\S+)/health");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ChildJvm child;
    private final String address;

    private Instance(ChildJvm child, String address) {
        this.child = child;
        this.address = address;
    }

    /**
     * Starts one and waits until it runs.
     *
     * @param folder takes its state and its log
     * @param settings as given; the port of health and metrics is a free one
     */
    static Instance start(Path folder, Settings settings) {
        Settings own = settings.with(SettingTable.HTTP_PORT, "0", "bench")
                .with(SettingTable.STATE_DIR, folder.resolve("state").toString(), "bench");
        Path file = folder.resolve("settings.properties");
        SettingsFile.write(file, own.written());
        Path log = folder.resolve("run.log");
        LogLine line = LogLine.from(log);
        ChildJvm child = ChildJvm.start(log, LAUNCHER_FLAGS, List.of("run", "--config", file.toString()));
        return new Instance(child, line.await(child, ADDRESS, PATIENCE));
    }

    /** Its process id. */
    long pid() {
        return child.pid();
    }

    /** The sum over all samples of a metric whose lines begin so. */
    double metric(String beginning) {
        try {
            String page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address + "/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return page.lines()
                    .filter(line -> line.startsWith(beginning))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new BenchException("an instance of the bench does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("the bench was interrupted", e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
