package dev.assay.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry that answers about one id what nobody can use is told apart from one that does not work. */
class HostileRegistryTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema TEXT = Schema.create(Schema.Type.STRING);

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | {\"error_code\":40301}",
                "401 | {\"error_code\":40101}",
                "404 | <html>",
                "409 | {\"error_code\":409}",
                "418 | {\"error_code\":418}",
                "500 | {\"error_code\":50001}",
                "302 | {}",
                "200 | <html>a login page</html>",
                "200 | not JSON",
                "200 | 7",
            })
    void anIdThatIsRefusedWhileOthersAreNotIsTheRecordsFault(int status, String body) {
        server.schemas().register("s", TEXT);
        server.fix("/schemas/ids/7", status, body);
        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("schema id 7");
        assertThat(registry.byId(1)).isEqualTo(TEXT);
        server.fix("/subjects", 403, "{}"); // the schema that could be read vouches from now on
        server.fix("/schemas/ids/8", status, body);
        assertThatThrownBy(() -> registry.byId(8)).isInstanceOf(UnknownSchemaException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 500, 503, 302})
    void aRegistryThatRefusesEverythingIsTheMachinesFault(int status) {
        server.schemas().register("s", TEXT);
        assertThat(registry.byId(1)).isEqualTo(TEXT);
        server.fix("/schemas/ids/1", status, "{}");
        server.fix("/schemas/ids/7", status, "{}");
        server.fix("/subjects", status, "{}");
        assertThatThrownBy(() -> registry.byId(7)).isExactlyInstanceOf(RegistryException.class);
    }

    @Test
    void anAnswerOfFiftyMegabytesIsNotReadToItsEnd() {
        server.fix("/schemas/ids/7", 200, "{\"schema\":\"" + "x".repeat(50 << 20) + "\"}");
        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("more than 4194304 bytes");
    }

    /** As Confluent's deserializer does: a reader never uses a writer's default, and other languages write such. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ",{\"name\":\"a\",\"type\":\"string\",\"default\":null}",
                ",{\"name\":\"a\",\"type\":[\"string\",\"null\"],\"default\":null}",
                ",{\"name\":\"a\",\"type\":[\"null\",\"int\"],\"default\":\"null\"}",
                ",{\"name\":\"a\",\"type\":\"boolean\",\"default\":\"false\"}",
                ",{\"name\":\"user.name\",\"type\":\"string\"},{\"name\":\"9lives\",\"type\":\"int\"}"
            })
    void defaultsAndNamesOfAWriterDoNotMatter(String field) {
        fix(7, post(field));
        assertThat(registry.byId(7).getField("text").schema()).isEqualTo(TEXT);
    }

    @Test
    void aNameSpaceMayHaveAHyphen() {
        fix(7, post("").replace("\"Post\"", "\"Post\",\"namespace\":\"com.my-company.posts\""));
        assertThat(registry.byId(7).getFullName()).isEqualTo("com.my-company.posts.Post");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"type\":\"record\"}",
                "\"nothing\"",
                "{\"type\":\"array\",\"items\":7}",
                "[[[\"int\"]]]"
            })
    void whatIsNoSchemaIsRememberedForAWhile(String schema) {
        fix(7, schema);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> registry.byId(7))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessageContaining("Avro can parse");
        }
        assertThat(server.requests()).containsExactly("GET /schemas/ids/7");
    }

    /** Twenty-five records of which each names the next one twice: three kilobytes that unfold to thirty million parts. */
    @Test
    void aSchemaThatUnfoldsWithoutEndIsRefused() {
        String inner = "{\"type\":\"record\",\"name\":\"R0\",\"fields\":[]}";
        for (int i = 1; i <= 25; i++) {
            inner = "{\"type\":\"record\",\"name\":\"R" + i + "\",\"fields\":[{\"name\":\"a\",\"type\":" + inner
                    + "},{\"name\":\"b\",\"type\":\"R" + (i - 1) + "\"}]}";
        }
        fix(7, post(",{\"name\":\"tree\",\"type\":" + inner + "}"));
        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("unfolds to more than");
    }

    @Test
    void aSchemaNestedAsDeepAsItGetsIsRefused() {
        int deep = 20_000;
        fix(7, "{\"type\":\"array\",\"items\":".repeat(deep) + "\"int\"" + "}".repeat(deep));
        assertThatThrownBy(() -> registry.byId(7)).isInstanceOf(UnknownSchemaException.class);
    }

    /** Every version refers to ten others: asked one after another they would never end. */
    @Test
    void referencesAreNotFollowedForEver() {
        AtomicLong next = new AtomicLong();
        server.answerSubjects(() -> referring(next));
        ObjectNode first = referring(next);
        server.fix("/schemas/ids/7", 200, first.toString());
        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("refer");
        assertThat(server.requests()).hasSizeLessThan(500);
    }

    private static ObjectNode referring(AtomicLong next) {
        ObjectNode answer = JSON.createObjectNode().put("schema", "\"string\"");
        for (int i = 0; i < 10; i++) {
            answer.withArray("references")
                    .addObject()
                    .put("name", "r" + next.incrementAndGet())
                    .put("subject", "s" + next.get())
                    .put("version", 1);
        }
        return answer;
    }

    /** A record with a text, and with other fields as JSON. */
    private static String post(String others) {
        return "{\"type\":\"record\",\"name\":\"Post\",\"fields\":[{\"name\":\"text\",\"type\":\"string\"}" + others
                + "]}";
    }

    private void fix(int id, String schema) {
        server.fix(
                "/schemas/ids/" + id,
                200,
                JSON.createObjectNode().put("schema", schema).toString());
    }
}
