package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.schemas.Topics;
import dev.assay.streams.Tale;
import dev.assay.streams.broker.LocalBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every command in a process of its own, on a disk where files of a user's lie in every folder: afterwards they are all there. What a
 * successful import leaves, ModelStoreTest holds.
 */
@DisabledOnOs(OS.WINDOWS)
class UserFilesTest {
    private static final Path MODEL =
            Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K");
    private static final String SCORING = " --model " + MODEL + " --calibration none --set window=512";
    private static final String MINE = "mine.txt";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path disk;

    private static LocalBroker broker;

    /**
     * How one is run.
     *
     * @param code exit code
     * @param goesOn what a command says that ends by a signal only, empty for others
     */
    record Run(String name, String arguments, int code, String goesOn) {
        Run(String name, String arguments, int code) {
            this(name, arguments, code, "");
        }

        @Override
        public String toString() {
            return name + arguments;
        }
    }

    static Stream<Run> runs() {
        return Stream.of(
                new Run("topics create", "", 0),
                new Run("topics grow", " --partitions 8", 0),
                new Run("demo", " --events 5 --exit" + SCORING, 0),
                new Run("run", SCORING + " --set http.port=0 --set state.dir=state", 0, "running; health"),
                new Run("sample", " --events 5", 0),
                new Run("score", SCORING + " texts.jsonl", 0),
                new Run("evaluate", SCORING + " --half all --plots plots texts.jsonl", 0),
                new Run("evaluate", SCORING + " --half all --plots mine.txt texts.jsonl", 1),
                new Run("fairness", SCORING + " --by domain texts.jsonl", 1), // nothing decides without a calibration
                new Run("attack", " misspelling --output attacked.jsonl texts.jsonl", 0),
                new Run("attack", " synonym --model " + MODEL + " --output mine.txt texts.jsonl", 1),
                new Run("train", " --model " + MODEL + " --set window=512 --output mine.txt texts.jsonl", 1),
                new Run("train", " --model " + MODEL + " --set window=512 texts.jsonl", 1), // no frequencies
                new Run(
                        "calibrate",
                        " --model " + MODEL + " --set window=512 --half all --domain d --source s texts.jsonl",
                        0),
                new Run("calibrate", " --model " + MODEL + " --domain d --source s --output mine.txt texts.jsonl", 1),
                new Run("calibrations publish", " calibration-d.json", 0),
                new Run("calibrations list", "", 0),
                new Run("calibrations fetch", " 3f2a9c01 --output mine.txt", 1),
                new Run("calibrations revoke", " 3f2a9c01", 1),
                new Run(
                        "bench",
                        " --quick --only engine --pairs 1 --texts 1 --layouts 1x1 --precisions fp32 --model " + MODEL
                                + " --json bench.json",
                        0),
                new Run(
                        "bench",
                        " --quick --only engine --pairs 1 --texts 1 --layouts 1x1 --precisions fp32 --model " + MODEL
                                + " --json mine.txt",
                        1),
                new Run("models pull", "", 1), // no network, no pip
                new Run("models list", "", 0),
                new Run("models show", " " + MODEL, 0),
                new Run("models import", " texts.jsonl", 1),
                new Run("models verify", " " + MODEL + " --reference none texts.jsonl", 1),
                new Run("frequencies", " --model " + MODEL + " texts.jsonl", 0),
                new Run("frequencies", " --model " + MODEL + " --output mine.txt texts.jsonl", 1),
                new Run("topics list", "", 0),
                new Run("topics describe", "", 0),
                new Run("schemas register", "", 0),
                new Run("schemas check", "", 1), // the registry is the process's own, and empty
                new Run("schemas list", "", 0),
                new Run("broker", " --port 0 --dir broker", 0, "127.0.0.1:"),
                new Run("broker", " --port 0 --dir home", 1),
                new Run("doctor", " --set model=" + MODEL, 1),
                new Run("soak", SCORING + " --dir soak", 1),
                new Run("replay", "", 0),
                new Run("config", "", 0),
                new Run("version", "", 0));
    }

    @BeforeAll
    static void makeDisk() throws IOException {
        broker = LocalBroker.start();
        broker.createTopics(1, new Topics().textEvents().name());
        for (String folder : List.of(
                "cache/models/of-mine/calibrations",
                "cache/sources",
                "cache/state",
                "home",
                "state/assay",
                "tmp",
                "soak/none-streams-11",
                "soak/none-classic-11")) {
            Files.createDirectories(disk.resolve(folder));
        }
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            String tale = Tale.of(i);
            texts.append("{\"text\": \"A clerk told this: ").append(tale).append("\", \"label\": \"human\"}\n");
            texts.append("{\"text\": \"").append(tale).append("\", \"label\": \"machine\"}\n");
        }
        Files.writeString(disk.resolve("texts.jsonl"), texts);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void leavesWhatIsAUsers(Run run) throws IOException, InterruptedException {
        List<Path> mine = plant();
        Path log = disk.resolve("log");
        Process process = start(run, log);
        try {
            await().atMost(PATIENCE).until(() -> !process.isAlive() || goesOn(run, log));
            process.destroy();
            assertThat(process.waitFor())
                    .as(Files.readString(log))
                    .isIn(run.code(), run.goesOn().isEmpty() ? -1 : 143);
        } finally {
            process.destroyForcibly();
        }
        assertThat(mine).allSatisfy(file -> assertThat(file).hasContent("of " + file.getParent()));
        assertThat(mine).hasSizeGreaterThan(10);
    }

    /** So that a new command cannot be forgotten here. */
    @Test
    void everyCommandIsRun() {
        List<String> leaves = CommandTree.all()
                .filter(line -> line.getSubcommands().isEmpty())
                .map(line -> line.getCommandSpec().qualifiedName().replaceFirst("^assay ", ""))
                .toList();
        assertThat(runs().map(Run::name).distinct()).containsExactlyInAnyOrderElementsOf(leaves);
    }

    @Test
    void whoeverWritesAFileAsksBeforeItReplacesOne() {
        List<String> writing = CommandTree.all()
                .filter(line -> line.getCommandSpec().options().stream().anyMatch(UserFilesTest::isOutput))
                .map(CommandLine::getCommandName)
                .toList();
        assertThat(writing).containsExactly("attack", "train", "calibrate", "fetch", "bench", "frequencies");
        assertThat(CommandTree.all().filter(line -> writing.contains(line.getCommandName())))
                .allSatisfy(line -> assertThat(line.getCommandSpec().findOption("--overwrite"))
                        .isNotNull());
    }

    private static boolean isOutput(OptionSpec option) {
        return option.type() == Path.class
                && !option.paramLabel().equals("DIR")
                && !option.longestName().equals("--config");
    }

    private static boolean goesOn(Run run, Path log) throws IOException {
        return !run.goesOn().isEmpty() && Files.readString(log).contains(run.goesOn());
    }

    /** A file of the user's in every folder there is by now. */
    private static List<Path> plant() throws IOException {
        List<Path> mine = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(disk)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                Path file = folder.resolve(MINE);
                Files.writeString(file, "of " + folder);
                mine.add(file);
            }
        }
        return mine;
    }

    private static Process start(Run run, Path log) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + disk.resolve("tmp"),
                "-Duser.home=" + disk.resolve("home"),
                "dev.assay.streams.Main"));
        command.addAll(List.of((run.name() + run.arguments()).split(" +", -1)));
        ProcessBuilder builder = new ProcessBuilder(command).directory(disk.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "CLASSPATH", System.getProperty("java.class.path"),
                        "OPT_OUT_TRACKING", "true",
                        "ORT_DISABLE_TELEMETRY", "1",
                        "PATH", "",
                        "HF_ENDPOINT", "http://127.0.0.1:1",
                        "ASSAY_CACHE", disk.resolve("cache").toString(),
                        "ASSAY_BOOTSTRAP_SERVERS", broker.bootstrap(),
                        "ASSAY_SCHEMA_REGISTRY_URL", "mock://user-files",
                        "ASSAY_SCHEMA_REGISTRY_AUTO_REGISTER", "true"));
        try {
            return builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
