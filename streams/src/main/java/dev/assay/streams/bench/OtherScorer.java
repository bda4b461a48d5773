package dev.assay.streams.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.detectors.model.Bundle;
import dev.assay.streams.broker.TemporaryFolder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Another program that scores texts, in a process of its own: a Python script that comes with the bench, asked and answering in lines
 * of JSON. It times itself, so that asking costs it nothing.
 */
final class OtherScorer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;
    private static final String HAS_THEM = "import importlib.util, sys\n"
            + "sys.exit(any(importlib.util.find_spec(name) is None for name in sys.argv[1:]))";

    private final TemporaryFolder folder;
    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader answers;
    private final String version;

    /**
     * What it takes to run one.
     *
     * @param script its file among the resources of this package
     * @param libraries Python modules that it needs
     */
    record Kind(String script, List<String> libraries) {}

    private OtherScorer(TemporaryFolder folder, Process process) throws IOException {
        this.folder = folder;
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.version = answer().get("ready").textValue();
    }

    /** The first of the Python programs that has all libraries. */
    static Optional<String> python(List<String> programs, Kind kind) throws InterruptedException {
        for (String program : programs) {
            List<String> command = new ArrayList<>(List.of(program, "-c", HAS_THEM));
            command.addAll(kind.libraries());
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                    return Optional.of(program);
                }
                process.destroyForcibly();
            } catch (IOException e) {
                // There is no such program; perhaps the next one is there.
            }
        }
        return Optional.empty();
    }

    /** What keeps one from being run here, and the remedy. */
    static String missing(Kind kind, Optional<String> python, Bundle bundle) {
        return python.isEmpty()
                ? "no Python here has " + String.join(", ", kind.libraries()) + " (--python names one that does)"
                : "the file it was imported from, " + bundle.manifest().sourceFile() + ", is not in the model cache";
    }

    /** How fast an answer says that it was. */
    static double tokensPerSecond(JsonNode answer) {
        return answer.get("tokens").doubleValue() / answer.get("seconds").doubleValue();
    }

    /** Starts one over the file that a bundle came from, and waits until its model is read. */
    static OtherScorer start(String python, Kind kind, Path model, Bundle bundle, int threads) {
        TemporaryFolder folder = TemporaryFolder.create("assay-bench");
        try {
            Path script = folder.path().resolve(kind.script());
            try (InputStream source = OtherScorer.class.getResourceAsStream(kind.script())) {
                Files.copy(source, script);
            }
            ProcessBuilder builder = new ProcessBuilder(
                    python,
                    script.toString(),
                    model.toString(),
                    "--threads",
                    Integer.toString(threads),
                    "--start-token",
                    Integer.toString(bundle.manifest().startToken()));
            builder.environment().put("PYTHONUTF8", "1"); // whatever the locale says
            builder.redirectError(folder.path().resolve("errors").toFile());
            return new OtherScorer(folder, builder.start());
        } catch (IOException e) {
            folder.delete();
            throw new BenchException("cannot run " + kind.script() + " with " + python + ": " + e.getMessage(), e);
        } catch (BenchException e) {
            folder.delete();
            throw e;
        }
    }

    /** What it is and rests on. */
    String version() {
        return version;
    }

    /**
     * Scores texts, one after another.
     *
     * @param samples alternatives to draw a position; 0: none
     * @return {@code tokens}, {@code seconds} and, where it has detectors, {@code scores} of each text by name
     */
    JsonNode score(List<String> texts, int samples) {
        try {
            ObjectNode request = JSON.createObjectNode().put("samples", samples);
            texts.forEach(request.putArray("texts")::add);
            requests.write(request + "\n");
            requests.flush();
            return answer();
        } catch (IOException e) {
            throw new BenchException(ended(), e);
        }
    }

    private JsonNode answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new BenchException(ended());
        }
        return JSON.readTree(line);
    }

    /** What it said last says why. */
    private String ended() {
        try {
            byte[] errors = Files.readAllBytes(folder.path().resolve("errors"));
            List<String> said = new String(errors, StandardCharsets.UTF_8)
                    .lines()
                    .toList(); // perhaps no UTF-8: libraries write too
            return "the script that Assay is compared with ended: "
                    + (said.isEmpty() ? "it does not say why" : said.get(said.size() - 1));
        } catch (IOException e) {
            return "the script that Assay is compared with ended";
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        folder.delete();
    }
}
