package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A command that goes on until it is stopped, on a thread of its own; closing it interrupts it and holds that it ends well. */
public final class RunningAssay implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/health");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final StringWriter said = new StringWriter();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private final Thread thread;

    private RunningAssay(Judges judges, Map<String, String> environment, String... arguments) {
        PrintWriter terminal = new PrintWriter(said, true);
        Surroundings here = new Surroundings(environment, new ByteArrayInputStream(new byte[0]), terminal, terminal);
        thread = new Thread(() -> code.complete(AssayCommand.run(here, judges, arguments)));
    }

    /** Starts {@code run} with these settings and with verdicts of no model, and waits until it is ready. */
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
        RunningAssay running = new RunningAssay(judges, Map.of(), arguments.toArray(String[]::new));
        running.await(running::isReady);
        return running;
    }

    /**
     * Starts any command with the model that its settings name, and waits until it has printed a line.
     *
     * @param line pattern of a part of that line
     */
    public static RunningAssay startUntil(String line, Map<String, String> environment, String... arguments) {
        RunningAssay running = new RunningAssay(new BundleJudges(ModelStore::open), environment, arguments);
        Pattern pattern = Pattern.compile(line);
        running.await(() -> pattern.matcher(running.said.toString()).find());
        return running;
    }

    private void await(Callable<Boolean> sign) {
        thread.start();
        Awaitility.await().atMost(PATIENCE).until(() -> sign.call() || code.isDone());
        assertThat(code.isDone()).as(said.toString()).isFalse();
    }

    /** Whether it has not ended. */
    public boolean isRunning() {
        return !code.isDone();
    }

    @Override
    public void close() {
        thread.interrupt();
        assertThat(code).as(said.toString()).succeedsWithin(PATIENCE).isEqualTo(AssayCommand.DONE);
    }

    /** The answer to a question about health or metrics, such as {@code /metrics}. */
    HttpResponse<String> get(String page) throws IOException, InterruptedException {
        Matcher address = ADDRESS.matcher(said.toString());
        assertThat(address.find()).as(said.toString()).isTrue();
        URI uri = URI.create(address.group(1) + page);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private boolean isReady() throws IOException, InterruptedException {
        return ADDRESS.matcher(said.toString()).find() && get("/health/ready").statusCode() == 200;
    }
}
