package dev.assay.streams.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.assay.streams.cli.CommandTree;
import dev.assay.streams.http.Health;
import dev.assay.streams.http.Metrics;
import dev.assay.streams.http.StatusServer;
import dev.assay.streams.settings.SettingsReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the compose file names exists: in the specification, in the repository, in Kafka, in the program. */
class ComposeTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.root"));
    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)m");
    private static final Pattern ASSAY = Pattern.compile("/opt/assay/assay ([a-z -]+)");
    /** Read by the image's scripts, and no setting of the broker. */
    private static final Set<String> OF_THE_SCRIPTS = Set.of("KAFKA_HEAP_OPTS");

    private static Compose compose;

    @BeforeAll
    static void read() throws IOException {
        compose = Compose.read();
    }

    @Test
    void followsTheSpecification() throws IOException {
        try (InputStream file = ComposeTest.class.getResourceAsStream("compose-spec.json")) {
            ObjectNode schema = (ObjectNode) new ObjectMapper().readTree(file);
            schema.remove("$id"); // no absolute one, as the validator wants it
            JsonSchema specification =
                    JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
            assertThat(specification.validate(compose.file())).isEmpty();
            Compose other = Compose.read();
            ((ObjectNode) other.service("kafka")).put("imagine", "this");
            assertThat(specification.validate(other.file())).hasSize(1);
        }
    }

    @Test
    void startsAtMostSixServicesAndTheRestByProfile() {
        assertThat(compose.services().values().stream().filter(service -> !service.has("profiles")))
                .hasSizeLessThanOrEqualTo(6);
        assertThat(compose.service("sample").get("profiles").get(0).asText()).isEqualTo("demo");
        assertThat(compose.service("connect").get("profiles").get(0).asText()).isEqualTo("connect");
    }

    @Test
    void everyServiceIsPinnedLimitedAndWatched() {
        compose.services().forEach((name, service) -> {
            assertThat(service.get("image").asText())
                    .as(name)
                    .matches(".+:v?\\d+\\.\\d+\\.\\d+(@sha256:[0-9a-f]{64})?");
            assertThat(compose.memory(name)).as(name).isPositive();
            assertThat(service.get("restart").asText()).as(name).isEqualTo("unless-stopped");
            JsonNode health = service.get("healthcheck");
            assertThat(health.path("disable").asBoolean() || health.has("test"))
                    .as(name)
                    .isTrue();
            service.path("depends_on").properties().forEach(needed -> {
                assertThat(needed.getValue().get("condition").asText()).as(name).isEqualTo("service_healthy");
                assertThat(compose.service(needed.getKey()).at("/healthcheck/test"))
                        .as(name + " needs " + needed.getKey())
                        .isNotEmpty();
            });
        });
    }

    @Test
    void heapsLeaveRoomForNativeMemory() {
        compose.services()
                .forEach((name, service) -> HEAP.matcher(
                                service.path("environment").toString())
                        .results()
                        .forEach(heap -> assertThat(Long.parseLong(heap.group(1)) << 20)
                                .as(name)
                                .isLessThanOrEqualTo(compose.memory(name) / 2)));
        String alerts = Expressions.read("config/prometheus/alerts.yml");
        assertThat(alerts).contains("> 0.9 * " + (compose.memory("assay") >> 30) + " * 1024^3");
    }

    @Test
    void whatIsMountedExists() {
        Set<String> volumes = new TreeSet<>();
        compose.services()
                .forEach((name, service) -> service.path("volumes").forEach(mount -> {
                    String source = mount.asText().substring(0, mount.asText().indexOf(':'));
                    if (source.startsWith(".")) {
                        assertThat(ROOT.resolve(source)).as(name).exists();
                    } else {
                        volumes.add(source);
                    }
                }));
        assertThat(compose.file().get("volumes").fieldNames()).toIterable().hasSameElementsAs(volumes);
    }

    @Test
    void assayTakesItsSettingsAndCommands() throws IOException {
        Map<String, String> image = Dockerfile.read().environment();
        for (String service : List.of("assay", "sample")) {
            Map<String, String> all = new HashMap<>(image);
            all.putAll(compose.environment(service));
            assertThat(new SettingsReader().environment(all).read()).isNotNull();
        }
        List<String> commands = new ArrayList<>();
        ASSAY.matcher(compose.service("assay").get("command").get(0).asText())
                .results()
                .forEach(match -> commands.add(match.group(1).strip()));
        assertThat(commands).hasSize(2).allSatisfy(command -> CommandTree.parse(command));
        List<String> sample = new ArrayList<>();
        compose.service("sample").get("command").forEach(word -> sample.add(word.asText()));
        CommandTree.parse(String.join(" ", sample));
    }

    @Test
    void assaysHealthPageIsServed() throws Exception {
        String page = last(compose.service("assay").at("/healthcheck/test"));
        try (Metrics metrics = new Metrics();
                StatusServer server = StatusServer.start("127.0.0.1", 0, Health.always(), metrics.registry())) {
            URI uri = URI.create(page.replace(":8080/", ":" + server.port() + "/"));
            assertThat(HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(page).contains(":" + Dockerfile.read().environment().get("ASSAY_HTTP_PORT") + "/");
    }

    /** As the image does it: {@code KAFKA_A_B} is {@code a.b}. */
    @Test
    void kafkaTakesItsSettings() {
        Properties properties = new Properties();
        compose.environment("kafka").forEach((name, value) -> {
            if (!OF_THE_SCRIPTS.contains(name)) {
                properties.put(
                        name.replaceFirst("KAFKA_", "").toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        assertThat(AbstractKafkaConfig.CONFIG_DEF.names()).containsAll(properties.stringPropertyNames());
        assertThat(KafkaConfig.fromProps(properties).nodeId()).isEqualTo(1);
    }

    @Test
    void servicesReachEachOtherWhereTheyListen() throws IOException {
        Map<String, Set<String>> served = new HashMap<>();
        compose.services().forEach((name, service) -> {
            Set<String> ports = served.computeIfAbsent(name, any -> new HashSet<>());
            service.path("ports").forEach(mapping -> {
                assertThat(mapping.asText()).as(name).matches("127\\.0\\.0\\.1:\\d+:\\d+");
                ports.add(mapping.asText().replaceFirst(".*:", ""));
            });
        });
        List.of(compose.environment("kafka").get("KAFKA_LISTENERS").split(",", -1))
                .forEach(listener -> served.get("kafka").add(listener.replaceFirst(".*:", "")));
        String all = Stream.of(
                        "docker-compose.yml",
                        "config/prometheus/prometheus.yml",
                        "config/grafana/provisioning/datasources/prometheus.yml",
                        "config/connect/connect-distributed.properties")
                .map(Expressions::read)
                .reduce("", String::concat);
        Pattern address = Pattern.compile("\\b(" + String.join("|", served.keySet()) + "):(\\d{4,5})\\b");
        List<String> unserved = address.matcher(all)
                .results()
                .filter(match -> !served.get(match.group(1)).contains(match.group(2)))
                .map(match -> match.group())
                .toList();
        assertThat(unserved).isEmpty();
        assertThat(address.matcher(all).results()).hasSizeGreaterThan(6);
    }

    @Test
    void hostPortsAreDifferent() {
        List<String> ports = new ArrayList<>();
        compose.services()
                .values()
                .forEach(service -> service.path("ports")
                        .forEach(mapping -> ports.add(mapping.asText().replaceFirst(".*:(\\d+):.*", "$1"))));
        assertThat(ports).doesNotHaveDuplicates();
    }

    @Test
    void grafanaFindsItsFilesWhereTheyAreMounted() {
        String mounts = compose.service("grafana").get("volumes").toString();
        assertThat(mounts).contains("./config/grafana/dashboards:/etc/grafana/dashboards");
        assertThat(Expressions.read("config/grafana/provisioning/dashboards/assay.yml"))
                .contains("path: /etc/grafana/dashboards");
        String home = compose.environment("grafana").get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH");
        assertThat(ROOT.resolve("config/grafana/dashboards")
                        .resolve(Path.of(home).getFileName()))
                .exists();
    }

    @Test
    void theWorkersPluginsAreInItsImage() throws IOException {
        Properties worker = new Properties();
        worker.load(Files.newBufferedReader(ROOT.resolve("config/connect/connect-distributed.properties")));
        assertThat(Dockerfile.read().text()).contains("COPY --from=build /opt/plugins " + worker.get("plugin.path"));
        assertThat(compose.service("connect").get("volumes").toString())
                .contains(compose.service("connect").get("command").get(1).asText());
    }

    private static String last(JsonNode list) {
        return list.get(list.size() - 1).asText();
    }
}
