package dev.assay.streams.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.streams.cli.RunningAssay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The application between a broker and a registry, each as an operator has them, and clients in several languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicationTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.root"));
    private static final Path TOOLS = ROOT.resolve("target/clients");
    private static final Path PYTHON = TOOLS.resolve("python/bin/python");

    @TempDir
    Path folder;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private TestBroker broker;
    private TestRegistry registry;
    private Map<String, String> settings;

    @BeforeEach
    void start() {
        if (settings != null) {
            return;
        }
        TestServices services = TestServices.find();
        registry = opened(services.apicurio("2.6.13.Final", 17));
        broker = opened(services.broker());
        settings = Map.of(
                "bootstrap.servers", broker.bootstrap(),
                "schema.registry.url", registry.url(),
                "state.dir", folder.resolve("state").toString(),
                "http.port", "0",
                "model",
                        ROOT.resolve("detectors/src/test/resources/models/stories260K")
                                .toString(),
                "window", "512",
                "calibrations", "none");
        new Setup(settings).prepare();
        opened(RunningAssay.startWithModels(settings));
    }

    @AfterAll
    void stop() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    @Test
    void judgesWhatJavaClientsSend() {
        new RoundTrip(settings).run();
    }

    @Test
    void judgesWhatConfluentsPythonClientSends() throws Exception {
        requireTool(PYTHON, "confluent-kafka", "docs/clients/install python");
        assertThat(output(PYTHON.toString(), "confluent_kafka_client.py"))
                .containsPattern("by the first bytes: [A-Z]+ ")
                .containsPattern("by the header: [A-Z]+ ");
    }

    @Test
    void judgesWhatKcatSends() throws Exception {
        assumeTrue(isCommand("kcat"), "kcat is not there: apt-get install kcat brings it");
        requireTool(PYTHON, "fastavro", "docs/clients/install python");
        assertThat(output("bash", "kcat_client.sh")).contains("\"bits-per-byte\"");
    }

    @Test
    void judgesWhatConfluentsJavaScriptClientSends() throws Exception {
        assumeTrue(isCommand("node"), "node is not there: apt-get install nodejs brings it");
        Path modules = TOOLS.resolve("javascript/node_modules");
        requireTool(modules, "@confluentinc/schemaregistry", "docs/clients/install javascript");
        assertThat(output("node", "schemaregistry_client.js")).containsPattern("schemaregistry: [A-Z]+ ");
    }

    private <T extends AutoCloseable> T opened(T service) {
        running.push(service);
        return service;
    }

    private static void requireTool(Path tool, String name, String remedy) {
        assumeTrue(Files.exists(tool), name + " is not there: " + remedy + " brings it");
    }

    private static boolean isCommand(String name) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(place -> Files.isExecutable(Path.of(place, name)));
    }

    /** What a client prints that ended well. */
    private String output(String program, String script) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "client", ".log");
        List<String> command =
                List.of(program, ROOT.resolve("docs/clients/" + script).toString(), broker.bootstrap(), registry.url());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHON", PYTHON.toString());
        builder.environment()
                .put("NODE_PATH", TOOLS.resolve("javascript/node_modules").toString());
        Process client = builder.redirectOutput(log.toFile()).start();
        try {
            assertThat(client.waitFor(3, TimeUnit.MINUTES)).as(script).isTrue();
        } finally {
            client.destroyForcibly();
        }
        String said = Files.readString(log);
        assertThat(client.exitValue()).as(said).isZero();
        return said;
    }
}
