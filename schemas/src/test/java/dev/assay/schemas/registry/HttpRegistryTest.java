package dev.assay.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.schemas.TextEvent;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpRegistryTest {
    private static final Schema EVENT = SchemaText.portable(TextEvent.getClassSchema());
    private static final Schema OTHER =
            SchemaBuilder.record("Other").fields().requiredInt("n").endRecord();

    private FakeRegistry server;
    private SchemaRegistry registry;

    @BeforeEach
    void start() throws IOException {
        server = new FakeRegistry();
        registry = server.client();
    }

    @AfterEach
    void stop() {
        registry.close();
        server.close();
    }

    @Test
    void registersAndFindsAgain() {
        int id = registry.register("t-value", EVENT);
        assertThat(registry.byId(id)).isEqualTo(EVENT);
        assertThat(registry.byGuid(MockRegistry.guidOf(EVENT))).isEqualTo(EVENT);
        assertThat(registry.lookUp("t-value", EVENT)).isEqualTo(new RegisteredSchema("t-value", id, 1, EVENT));
        assertThat(registry.latest("t-value").id()).isEqualTo(id);
    }

    @Test
    void encodesSubjects() {
        registry.register("a b/ü-value", EVENT);
        assertThat(server.requests()).containsExactly("POST /subjects/a%20b%2F%C3%BC-value/versions");
    }

    @Test
    void saysWhatFits() {
        assertThat(registry.isCompatible("t-value", OTHER)).isTrue();
        registry.register("t-value", EVENT);
        assertThat(registry.isCompatible("t-value", EVENT)).isTrue();
        assertThat(registry.isCompatible("t-value", OTHER)).isFalse();
        assertThatThrownBy(() -> registry.register("t-value", OTHER))
                .isInstanceOf(RefusedSchemaException.class)
                .hasMessageContaining("t-value")
                .hasMessageContaining("409");
    }

    @Test
    void tellsUnknownFromUnreachable() {
        assertThatThrownBy(() -> registry.byId(99))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("40403")
                .hasMessageContaining("schema id 99");
        assertThatThrownBy(() -> registry.latest("nowhere")).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> registry.lookUp("nowhere", EVENT)).isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void aRecordCannotStopTheReadingWithAnOddId() {
        server.plan(404, "{\"error_code\":40403}");
        assertThatThrownBy(() -> registry.byId(-1)).isInstanceOf(UnknownSchemaException.class);
        assertThat(server.requests()).containsExactly("GET /schemas/ids/-1");
        server.plan(422, "{\"error_code\":42206}");
        assertThatThrownBy(() -> registry.byId(-2)).isInstanceOf(UnknownSchemaException.class);
        server.plan(400, "{\"error_code\":400}");
        assertThatThrownBy(() -> registry.byId(-3)).isInstanceOf(UnknownSchemaException.class);
        // A registry that knows no GUIDs: Apicurio 2 answers with JSON, Apicurio 3 with nothing.
        for (String body : new String[] {"{\"error_code\":0}", ""}) {
            server.plan(404, body);
            assertThatThrownBy(() -> registry.byGuid(MockRegistry.guidOf(body.isEmpty() ? EVENT : OTHER)))
                    .isInstanceOf(UnknownSchemaException.class);
        }
    }

    @Test
    void aWrongPathIsNoUnknownId() {
        for (int i = 0; i < 3; i++) {
            server.plan(404, "{\"error_code\":404,\"name\":\"NotFoundException\"}");
        }
        assertThatThrownBy(() -> registry.byId(1))
                .isExactlyInstanceOf(RegistryException.class)
                .hasMessageContaining("is the path right");
    }

    @Test
    void readsTheAnswersOfOtherRegistries() {
        server.plan(200, "{\"id\":\"2000000000\"}");
        assertThat(registry.register("t-value", EVENT)).isEqualTo(2_000_000_000);
        server.plan(200, "{\"schemaType\":\"AVRO\",\"schema\":{\"type\":\"string\"}}");
        assertThat(registry.byId(2_000_000_000).getType()).isEqualTo(Schema.Type.STRING);
        assertThat(server.requests()).last().isEqualTo("GET /schemas/ids/2000000000");
    }

    // Facts from Karapace's source (Apache-2.0): its controller and its table of error codes.
    @Test
    void readsKarapacesAnswers() {
        server.plan(404, "{\"error_code\":40401,\"message\":\"Subject 's' not found.\"}");
        server.plan(200, "{\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(registry.rule("s")).isEqualTo(CompatibilityRule.BACKWARD);
        server.plan(404, "{\"error_code\":40408,\"message\":\"no subject-level compatibility configured\"}");
        server.plan(200, "{\"compatibilityLevel\":\"FULL\"}");
        assertThat(registry.rule("s")).isEqualTo(CompatibilityRule.FULL);
        server.plan(200, "{\"compatibility\":\"NONE\"}");
        registry.setRule("s", CompatibilityRule.NONE);
        server.plan(422, "{\"error_code\":44302,\"message\":\"Schema references are not supported for 'AVRO'\"}");
        assertThatThrownBy(() -> registry.register("s", OTHER)).isInstanceOf(RefusedSchemaException.class);
        server.plan(500, "{\"error_code\":50003,\"message\":\"Error while forwarding the request to the master.\"}");
        server.plan(200, "{\"id\":17}");
        assertThat(registry.register("s", EVENT)).isEqualTo(17);
        server.plan(200, "{\"subject\":\"s\",\"version\":3,\"id\":17,\"schema\":\"\\\"string\\\"\"}");
        assertThat(registry.latest("s").version()).isEqualTo(3);
    }

    @Test
    void readsTheRuleWhereverItStands() {
        server.plan(200, "{\"compatibility\":\"FULL_TRANSITIVE\",\"normalize\":false}");
        assertThat(registry.rule("s")).isEqualTo(CompatibilityRule.FULL_TRANSITIVE);
        server.plan(200, "{\"compatibilityLevel\":\"SOMETIMES\"}");
        assertThatThrownBy(() -> registry.rule("s"))
                .isExactlyInstanceOf(RegistryException.class)
                .hasMessageContaining("FULL_TRANSITIVE");
    }

    @Test
    void asksAboutEveryVersionWhereTheRuleDoes() {
        registry.register("t-value", EVENT);
        registry.setRule("t-value", CompatibilityRule.FULL_TRANSITIVE);
        server.plan(200, "[3,1]");
        server.plan(200, "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");
        server.plan(200, "{\"is_compatible\":true}");
        server.plan(200, "{\"is_compatible\":false,\"messages\":[\"x\"]}");
        assertThat(registry.isCompatible("t-value", OTHER)).isFalse();
        assertThat(server.requests())
                .endsWith(
                        "POST /compatibility/subjects/t-value/versions/1",
                        "POST /compatibility/subjects/t-value/versions/3");
    }

    @Test
    void followsReferences() {
        server.plan(
                200,
                "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Post\\\",\\\"fields\\\":"
                        + "[{\\\"name\\\":\\\"by\\\",\\\"type\\\":\\\"acme.Author\\\"}]}\","
                        + "\"references\":[{\"name\":\"acme.Author\",\"subject\":\"author\",\"version\":2}]}");
        server.plan(
                200,
                "{\"schema\":\"{\\\"type\\\":\\\"enum\\\",\\\"name\\\":\\\"acme.Author\\\",\\\"symbols\\\":[\\\"A\\\"]}\"}");
        assertThat(registry.byId(5).getField("by").schema().getFullName()).isEqualTo("acme.Author");
        assertThat(server.requests()).last().isEqualTo("GET /subjects/author/versions/2");
    }

    @Test
    void refusesWhatIsNotAvro() {
        server.plan(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message X {}\"}");
        assertThatThrownBy(() -> registry.byId(1))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("PROTOBUF");
        server.plan(200, "{\"schema\":\"{\\\"type\\\":\\\"rekord\\\"}\"}");
        assertThatThrownBy(() -> registry.byId(2))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("schema id 2");
        server.plan(200, "{}");
        assertThatThrownBy(() -> registry.byId(3)).isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void refusesAnIdThatDoesNotFit() {
        server.plan(200, "{\"id\":2147483648}");
        assertThatThrownBy(() -> registry.register("t-value", EVENT))
                .isExactlyInstanceOf(RegistryException.class)
                .hasMessageContaining("2^31");
    }

    @Test
    void reportsAnInvalidSchema() {
        server.plan(422, "{\"error_code\":42201,\"message\":\"Invalid\"}");
        assertThatThrownBy(() -> registry.register("t-value", EVENT))
                .isInstanceOf(RefusedSchemaException.class)
                .hasMessageContaining("42201");
    }
}
