package dev.assay.streams.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.assay.streams.cli.CommandTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command that a README shows is run: by a script of this repository that has the same line, by the test that {@link #ELSEWHERE}
 * names, or else here. Commands of Assay are parsed besides, wherever they are run.
 */
class ReadmeCommandsTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.root"));
    private static final String TESTS = "streams/src/test/java/dev/assay/streams/";

    /** Commands that {@link SmallWorld} runs. */
    private static final Set<String> HERE =
            Set.of("calibrate", "config", "demo", "doctor", "evaluate", "run", "sample", "schemas", "score", "topics");

    /** Who runs a command that begins so: a file, and what stands in it. */
    private record Elsewhere(String command, String file, String text) {}

    private static final List<Elsewhere> ELSEWHERE = List.of(
            new Elsewhere("./assay bench", TESTS + "cli/BenchCommandTest.java", "\"bench\", \"--quick\""),
            new Elsewhere("./assay replay", TESTS + "cli/ReplayCommandTest.java", "\"--dry-run\""),
            new Elsewhere("./assay train", TESTS + "cli/TrainCommandTest.java", "\"train\""),
            new Elsewhere("./assay fairness", TESTS + "cli/FairnessCommandTest.java", "\"fairness\""),
            new Elsewhere(
                    "./assay calibrations publish",
                    TESTS + "cli/CalibrationsCommandTest.java",
                    "\"calibrations\", \"publish\""),
            new Elsewhere("assay models verify", TESTS + "cli/ModelsVerifyCommandTest.java", "\"models\", \"verify\""),
            new Elsewhere("assay frequencies", TESTS + "cli/ModelCommandsTest.java", "\"frequencies\""),
            new Elsewhere("docs/stories/operator.sh", ".ci/run", "docs/stories/*.sh"),
            new Elsewhere("docs/stories/platform.sh", ".ci/run", "docs/stories/*.sh"),
            new Elsewhere(
                    "mvn -P registries -pl streams dependency:unpack@apicurio-3.0",
                    ".ci/run",
                    "dependency:unpack@$registry"),
            // The phase verify packages every module.
            new Elsewhere("mvn -DskipTests -pl connectors -am package", ".ci/run", "mvn -B -ntp verify"),
            new Elsewhere(
                    "unzip -d /opt/connect-plugins connectors/target/assay-connectors-*.zip",
                    "connectors/src/test/java/dev/assay/connectors/worker/UnpackedPlugin.java",
                    "ZipInputStream"),
            new Elsewhere(
                    "target/clients/python/bin/python docs/clients/confluent_kafka_client.py",
                    TESTS + "services/ApplicationTest.java",
                    "\"confluent_kafka_client.py\""),
            new Elsewhere(
                    "NODE_PATH=target/clients/javascript/node_modules node docs/clients/schemaregistry_client.js",
                    TESTS + "services/ApplicationTest.java",
                    "\"schemaregistry_client.js\""),
            new Elsewhere(
                    "PYTHON=target/clients/python/bin/python docs/clients/kcat_client.sh",
                    TESTS + "services/ApplicationTest.java",
                    "\"kcat_client.sh\""));

    /** Beginnings of what only Docker can run. */
    private static final List<String> DOCKER = List.of("docker ", "mvn -P containers ");

    /** What CI puts before a command so that it ends. */
    private static final Pattern BOUNDED = Pattern.compile("^bounded \\d+ ");

    @TempDir
    static Path folder;

    private static SmallWorld world;

    @BeforeAll
    static void start() throws IOException {
        world = new SmallWorld(folder);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @TestFactory
    Stream<DynamicTest> everyCommandIsRun() throws IOException {
        List<String> scripts = scripts();
        List<ShownCommand> shown = ShownCommand.below(ROOT);
        assertThat(shown).extracting(ShownCommand::line).contains("./assay demo", "mvn verify");
        return shown.stream().collect(Collectors.groupingBy(ShownCommand::line)).entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        entry.getValue().get(0).readme().toUri(),
                        () -> check(entry.getKey(), scripts)));
    }

    @Test
    void nothingIsSaidToRunWhatNoReadmeShows() throws IOException {
        List<String> shown = ShownCommand.below(ROOT).stream()
                .map(command -> plain(command.line()))
                .toList();
        assertThat(ELSEWHERE)
                .allSatisfy(elsewhere ->
                        assertThat(shown).as(elsewhere.command()).anyMatch(line -> begins(line, elsewhere.command())));
    }

    private static void check(String shown, List<String> scripts) throws IOException {
        String command = plain(shown);
        boolean isAssay = command.matches("(\\./)?assay .*");
        String arguments = command.replaceFirst("^(\\./)?assay ", "");
        if (command.startsWith("assay ") && CommandTree.names().contains(arguments)) {
            return; // a name in passing, such as `assay score`; what is to be run begins with ./
        }
        if (isAssay && !arguments.contains("COMMAND")) {
            CommandTree.parse(arguments);
        }
        Optional<Elsewhere> elsewhere =
                ELSEWHERE.stream().filter(one -> begins(command, one.command())).findFirst();
        if (elsewhere.isPresent()) {
            assertThat(ROOT.resolve(elsewhere.get().file()))
                    .content()
                    .contains(elsewhere.get().text());
        } else if (scripts.stream().anyMatch(line -> begins(line, command))) {
            assertThat(command).isNotEmpty();
        } else if (DOCKER.stream().anyMatch(command::startsWith)) {
            abort(shown + " needs Docker");
        } else if (isAssay && arguments.contains("--help")) {
            List<String> names = arguments.contains("COMMAND") ? CommandTree.names() : List.of("");
            names.forEach(name -> world.run(arguments.replace("COMMAND", name)));
        } else if (isAssay && HERE.contains(arguments.replaceFirst(" .*", ""))) {
            world.run(arguments);
        } else {
            fail(shown + " is run by nothing: put it into a script below docs, or say here which test runs it");
        }
    }

    /** Without what changes only how much is printed. */
    private static String plain(String command) {
        return command.replaceAll(" (-B|-ntp|-q)(?= )", "").replaceAll(" +", " ");
    }

    private static boolean begins(String line, String command) {
        return line.equals(command) || line.startsWith(command + " ");
    }

    /** All lines of the scripts that continuous integration runs. */
    private static List<String> scripts() throws IOException {
        List<Path> files = new ArrayList<>(List.of(ROOT.resolve(".ci/run")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(Files::isExecutable).filter(Files::isRegularFile).forEach(files::add);
        }
        return files.stream()
                .flatMap(file -> ShownCommand.lines(ShownCommand.text(file)))
                .map(line -> plain(BOUNDED.matcher(line).replaceFirst("")))
                .toList();
    }
}
