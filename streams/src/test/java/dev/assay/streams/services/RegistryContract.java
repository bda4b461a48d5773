package dev.assay.streams.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.schemas.Metrics;
import dev.assay.schemas.TextEvent;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.registry.CompatibilityRule;
import dev.assay.schemas.registry.RefusedSchemaException;
import dev.assay.schemas.registry.RegisteredSchema;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.schemas.registry.SchemaText;
import dev.assay.schemas.registry.UnknownSchemaException;
import dev.assay.schemas.serde.EventFormat;
import dev.assay.schemas.serde.TextEventDecoder;
import dev.assay.schemas.serde.TextEventSerializer;
import dev.assay.streams.cli.Terminals;
import dev.assay.streams.cli.Terminals.Ended;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the client must get from each registry, whatever its answers look like. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegistryContract {
    private static final Schema EVENT = SchemaText.portable(TextEvent.getClassSchema());
    private static final Schema VERDICT = SchemaText.portable(Verdict.getClassSchema());
    private static final Schema METRICS = SchemaText.portable(Metrics.getClassSchema());
    private static final Schema INVOICE =
            SchemaBuilder.record("Invoice").fields().requiredInt("sum").endRecord();

    private TestRegistry server;
    private SchemaRegistry registry;
    private String subject;

    /** Starts it, or says by an assumption why it cannot be. */
    abstract TestRegistry start();

    /** Whether a schema may name one that another subject holds. */
    boolean takesReferences() {
        return true;
    }

    @AfterAll
    void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() {
        if (server == null) {
            server = start(); // here and not before all, so that each test says why it was skipped
        }
        // A client of its own, so that no cache answers.
        registry = client();
        subject = "t-" + UUID.randomUUID() + "-value";
    }

    @AfterEach
    void close() {
        if (registry != null) {
            registry.close();
        }
    }

    @Test
    void registersLooksUpAndReads() {
        int id = registry.register(subject, VERDICT);
        assertThat(client().register(subject, VERDICT)).isEqualTo(id);
        assertThat(client().lookUp(subject, VERDICT)).isEqualTo(new RegisteredSchema(subject, id, 1, VERDICT));
        assertThat(client().latest(subject)).isEqualTo(new RegisteredSchema(subject, id, 1, VERDICT));
        assertThat(client().byId(id)).isEqualTo(VERDICT);
        assertThat(client().versions(subject)).containsExactly(1);
    }

    @Test
    void readsEachIdThoughTheNumbersHaveGaps() {
        int event = registry.register(subject, EVENT);
        setRule(CompatibilityRule.FULL);
        assertThatThrownBy(() -> registry.register(subject, INVOICE)).isInstanceOf(RefusedSchemaException.class);
        int verdict = registry.register(subject + "-2", VERDICT);
        int again = registry.register(subject + "-3", EVENT);
        assertThat(verdict).isNotIn(event, again);
        assertThat(client().byId(event)).isEqualTo(EVENT);
        assertThat(client().byId(verdict)).isEqualTo(VERDICT);
        assertThat(client().byId(again)).isEqualTo(EVENT);
        assertThat(client().latest(subject + "-2"))
                .isEqualTo(new RegisteredSchema(subject + "-2", verdict, 1, VERDICT));
    }

    @Test
    void tellsWhatIsNotThere() {
        assertThat(registry.versions(subject)).isEmpty();
        assertThatThrownBy(() -> registry.byId(Integer.MAX_VALUE)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> registry.byId(-1)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> registry.byGuid(UUID.randomUUID())).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> registry.latest(subject)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> registry.lookUp(subject, EVENT)).isInstanceOf(UnknownSchemaException.class);
        registry.register(subject, EVENT);
        assertThatThrownBy(() -> registry.lookUp(subject, VERDICT)).isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void keepsToTheRule() {
        assertThat(registry.rule(subject)).isNotNull();
        assertThat(registry.isCompatible(subject, EVENT)).isTrue();
        registry.register(subject, EVENT);
        setRule(CompatibilityRule.FULL_TRANSITIVE);
        assertThat(registry.isCompatible(subject, EVENT)).isTrue();
        assertThat(registry.isCompatible(subject, INVOICE)).isFalse();
        assertThatThrownBy(() -> registry.register(subject, INVOICE))
                .isInstanceOf(RefusedSchemaException.class)
                .hasMessageContaining(subject);
        setRule(CompatibilityRule.NONE);
        assertThat(registry.isCompatible(subject, INVOICE)).isTrue();
    }

    @Test
    void takesEveryReleasedVersionAndTheNext() throws Exception {
        for (Schema current : List.of(EVENT, VERDICT, METRICS)) {
            subject = "t-" + UUID.randomUUID() + "-value";
            List<Schema> versions = released(current.getName());
            versions.add(current);
            registry.register(subject, versions.get(0));
            setRule(CompatibilityRule.FULL_TRANSITIVE);
            versions.add(withField(current, "next", SchemaBuilder.builder().stringType(), "none"));
            for (Schema version : versions) {
                assertThat(registry.isCompatible(subject, version)).isTrue();
                registry.register(subject, version);
            }
            Schema required = withField(current, "must", Schema.create(Schema.Type.INT), null);
            assertThat(registry.isCompatible(subject, required)).isFalse();
            assertThatThrownBy(() -> registry.register(subject, required)).isInstanceOf(RefusedSchemaException.class);
            assertThat(registry.versions(subject))
                    .hasSize((int) versions.stream().distinct().count());
        }
    }

    @Test
    void followsReferences() throws Exception {
        assumeTrue(takesReferences(), "this registry takes no references between Avro schemas");
        Schema author = SchemaBuilder.enumeration("acme.Author").symbols("A", "B");
        registry.register(subject, author);
        String post =
                "{\"type\":\"record\",\"name\":\"acme.Post\",\"fields\":[{\"name\":\"by\",\"type\":\"acme.Author\"}]}";
        var json = new ObjectMapper();
        var body = json.createObjectNode().put("schema", post);
        body.putArray("references")
                .addObject()
                .put("name", "acme.Author")
                .put("subject", subject)
                .put("version", 1);
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/subjects/" + subject + "-post/versions"))
                                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                                .POST(BodyPublishers.ofString(body.toString()))
                                .build(),
                        BodyHandlers.ofString());
        int id = json.readTree(answer.body()).path("id").asInt();
        assertThat(client().byId(id).getField("by").schema()).isEqualTo(author);
    }

    @Test
    void servesTheCommandsAndTheSerdes() {
        String prefix = "t-" + UUID.randomUUID() + ".";
        Ended first = schemas("register", prefix);
        assertThat(first.err()).isEmpty();
        assertThat(first.out().lines()).hasSize(3).allMatch(line -> line.contains("registered, version 1"));
        assertThat(schemas("register", prefix).out().lines())
                .allMatch(line -> line.contains("exists, version 1") && line.endsWith("FULL_TRANSITIVE"));
        assertThat(schemas("check", prefix).code()).isZero();
        assertThat(schemas("list", prefix).out()).contains(prefix + "verdicts-value");

        Map<String, Object> config = Map.of(RegistrySettings.URL, server.url());
        TextEvent event =
                TextEvent.newBuilder().setId("e-1").setText("Once there was").build();
        String topic = prefix + "text-events";
        try (var serializer = new TextEventSerializer();
                var decoder = TextEventDecoder.open(EventFormat.AUTO, config)) {
            serializer.configure(config, false);
            byte[] framed = serializer.serialize(topic, event);
            assertThat(decoder.decode(topic, new RecordHeaders(), framed).event())
                    .isEqualTo(event);
            byte[] id = Arrays.copyOf(framed, 5);
            var headers = new RecordHeaders().add("__value_schema_id", id);
            byte[] bare = Arrays.copyOfRange(framed, id.length, framed.length);
            assertThat(decoder.decode(topic, headers, bare).event()).isEqualTo(event);
        }
    }

    private Ended schemas(String command, String prefix) {
        return Terminals.run(
                "schemas", command, "--set", "schema.registry.url=" + server.url(), "--set", "topic.prefix=" + prefix);
    }

    private SchemaRegistry client() {
        return SchemaRegistry.open(RegistrySettings.from(Map.of(RegistrySettings.URL, server.url())));
    }

    /** Some registries tell of a new rule only after a while. */
    private void setRule(CompatibilityRule rule) {
        registry.setRule(subject, rule);
        await().until(() -> registry.rule(subject) == rule);
    }

    private static List<Schema> released(String name) throws Exception {
        Path folder = Path.of(System.getProperty("assay.root"), "schemas/src/test/resources/released");
        List<Schema> versions = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.endsWith(name + ".avsc")).sorted().toList()) {
                versions.add(new Schema.Parser().parse(Files.readString(file)));
            }
        }
        assertThat(versions).isNotEmpty();
        return versions;
    }

    private static Schema withField(Schema schema, String name, Schema type, Object otherwise) {
        List<Schema.Field> fields = new ArrayList<>(schema.getFields().stream()
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
        fields.add(new Schema.Field(name, type, "New.", otherwise));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }
}
