package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.detectors.model.ModelStore;
import dev.assay.streams.judge.BundleJudges;
import dev.assay.streams.judge.Judges;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code assay run} on a thread of its own; closing it interrupts it and holds that it ends well. */
public final class RunningAssay implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/health");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final StringWriter err = new StringWriter();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private final Thread thread;

    private RunningAssay(Judges judges, String... arguments) {
        Surroundings here = new Surroundings(
                Map.of(),
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true));
        thread = new Thread(() -> code.complete(AssayCommand.run(here, judges, arguments)));
    }

    /** Starts it with these settings and with verdicts of no model, and waits until it is ready. */
    public static RunningAssay start(Map<String, String> settings) {
        return start(new FakeJudges(), settings);
    }

    /** The same with the model that the settings name. */
    public static RunningAssay startWithModels(Map<String, String> settings) {
        return start(new BundleJudges(ModelStore::open), settings);
    }

    private static RunningAssay start(Judges judges, Map<String, String> settings) {
        List<String> arguments = new ArrayList<>(List.of("run"));
        settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        RunningAssay running = new RunningAssay(judges, arguments.toArray(String[]::new));
        running.thread.start();
        await().atMost(PATIENCE).until(() -> running.isReady() || running.code.isDone());
        assertThat(running.code.isDone()).as(running.err.toString()).isFalse();
        return running;
    }

    /** Whether it has not ended. */
    public boolean isRunning() {
        return !code.isDone();
    }

    @Override
    public void close() {
        thread.interrupt();
        assertThat(code).as(err.toString()).succeedsWithin(PATIENCE).isEqualTo(AssayCommand.DONE);
    }

    /** The answer to a question about health or metrics, such as {@code /metrics}. */
    HttpResponse<String> get(String page) throws IOException, InterruptedException {
        Matcher address = ADDRESS.matcher(err.toString());
        assertThat(address.find()).as(err.toString()).isTrue();
        URI uri = URI.create(address.group(1) + page);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private boolean isReady() throws IOException, InterruptedException {
        return ADDRESS.matcher(err.toString()).find() && get("/health/ready").statusCode() == 200;
    }
}
