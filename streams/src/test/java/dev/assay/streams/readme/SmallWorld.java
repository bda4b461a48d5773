package dev.assay.streams.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.streams.Tale;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.cli.RunningAssay;
import dev.assay.streams.cli.Terminals;
import dev.assay.streams.cli.Terminals.Ended;
import dev.assay.streams.process.ChildJvm;
import dev.assay.streams.services.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** All that the commands of a README speak of, small: a broker, a registry in this JVM, the 1 MB model, 32 labelled texts. */
final class SmallWorld implements AutoCloseable {
    private static final Path MODEL =
            Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K");

    private static final Map<String, String> SMALL = Map.of(
            "model", MODEL.toString(), "window", "512", "calibrations", "none", "http.port", "0", "max.tokens", "600");

    private final LocalBroker broker;
    private final Path folder;
    private final Path texts;
    private final Path config;
    private final Map<String, String> variables = new HashMap<>();

    /** Makes it, with its files in a folder. */
    SmallWorld(Path folder) throws IOException {
        this.folder = folder;
        broker = LocalBroker.start();
        SMALL.forEach((key, value) ->
                variables.put("ASSAY_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        Map<String, String> settings = new HashMap<>(SMALL);
        settings.put("bootstrap.servers", broker.bootstrap());
        settings.put("schema.registry.url", "mock://readme");
        settings.put("state.dir", folder.resolve("state").toString());
        new Setup(settings).prepare();
        String lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
        config = Files.writeString(folder.resolve("my.properties"), lines);
        texts = Files.writeString(folder.resolve("texts.jsonl"), labelledTexts());
    }

    private static String labelledTexts() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            String tale = Tale.of(i);
            lines.append("{\"text\": \"A clerk told this: " + tale + "\", \"label\": \"human\"}\n");
            lines.append("{\"text\": \"" + tale + "\", \"label\": \"machine\"}\n");
        }
        return lines.toString();
    }

    /** Runs a command of Assay, with its placeholders filled in, and holds that it ends well; what goes on for ever is stopped. */
    void run(String command) {
        List<String> arguments = new ArrayList<>();
        String option = "";
        for (String word : List.of(command.split(" +"))) {
            arguments.add(filledIn(word, option));
            option = word;
        }
        if (arguments.get(0).equals("calibrate")) {
            arguments.addAll(
                    List.of("--output", folder.resolve("calibration.json").toString()));
        }
        boolean helps = arguments.contains("--help");
        if (!helps && arguments.get(0).equals("run")) {
            RunningAssay.startUntil("running; health", Map.of(), arguments.toArray(String[]::new))
                    .close();
        } else if (!helps && arguments.equals(List.of("demo"))) {
            runDemo();
        } else {
            Map<String, String> environment = arguments.contains("--config") ? Map.of() : variables;
            Ended ended = Terminals.runWithModels(environment, arguments.toArray(String[]::new));
            assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
            assertThat(ended.out()).isNotEmpty();
        }
    }

    /** In a process of its own, for it ends by a signal only. */
    private void runDemo() {
        List<String> arguments = new ArrayList<>(List.of("demo"));
        SMALL.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        Path log = folder.resolve("demo.log");
        String sign = "going on at a gentle pace; Ctrl-C ends";
        try (ChildJvm demo = ChildJvm.start(log, List.of("-Xmx512m"), arguments)) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !demo.isAlive() || Files.readString(log).contains(sign));
        }
        assertThat(log)
                .content()
                .contains(sign)
                .containsPattern("[1-9]\\d* verdicts")
                .contains("0 repeated");
    }

    private String filledIn(String word, String option) {
        if (option.equals("--config")) {
            return config.toString();
        }
        return word.equals("FILE…") || word.endsWith(".json") ? texts.toString() : word;
    }

    @Override
    public void close() {
        broker.close();
    }
}
