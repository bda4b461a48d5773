package dev.assay.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.schemas.TextEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("JavaUtilDate") // Connect's type for times
class ToTextEventTest {
    private static final Instant WRITTEN = Instant.parse("2024-05-06T07:08:09.123Z");

    private static final Schema ROW = SchemaBuilder.struct()
            .name("shop.public.reviews.Value")
            .optional()
            .field("id", Schema.INT64_SCHEMA)
            .field("author", Schema.OPTIONAL_STRING_SCHEMA)
            .field("title", Schema.OPTIONAL_STRING_SCHEMA)
            .field("body", Schema.OPTIONAL_STRING_SCHEMA)
            .field(
                    "written",
                    SchemaBuilder.int64()
                            .name("io.debezium.time.MicroTimestamp")
                            .optional()
                            .build())
            .build();
    private static final Schema ENVELOPE = SchemaBuilder.struct()
            .name("shop.public.reviews.Envelope")
            .field("before", ROW)
            .field("after", ROW)
            .field("op", Schema.STRING_SCHEMA)
            .build();

    @Test
    void readsADebeziumEnvelope() {
        var after = new Struct(ROW)
                .put("id", 7L)
                .put("author", "ann")
                .put("title", "Kettle")
                .put("body", "It boils.")
                .put("written", WRITTEN.toEpochMilli() * 1000);
        var envelope = new Struct(ENVELOPE).put("after", after).put("op", "c");
        Struct event = (Struct) transform(
                        ENVELOPE,
                        envelope,
                        "id.field",
                        "after.id",
                        "source.field",
                        "after.author",
                        "text.fields",
                        "after.title,after.body",
                        "time.field",
                        "after.written",
                        "attributes.fields",
                        "op")
                .value();
        event.validate();
        assertThat(event.getString("id")).isEqualTo("7");
        assertThat(event.getString("source")).isEqualTo("ann");
        assertThat(event.getString("text")).isEqualTo("Kettle\n\nIt boils.");
        assertThat(event.get("created_at")).isEqualTo(Date.from(WRITTEN));
        assertThat(event.getMap("attributes")).isEqualTo(Map.of("op", "c"));
        assertThat(event.get("language")).isNull();
    }

    @Test
    void readsAJdbcRow() {
        Schema row = SchemaBuilder.struct()
                .name("posts")
                .field("post_id", Schema.INT32_SCHEMA)
                .field("content", Schema.STRING_SCHEMA)
                .field("lang", Schema.OPTIONAL_STRING_SCHEMA)
                .field("created", Timestamp.SCHEMA)
                .field("score", Decimal.schema(2))
                .field("hidden", Schema.BOOLEAN_SCHEMA)
                .build();
        var value = new Struct(row)
                .put("post_id", 12)
                .put("content", "Hello")
                .put("lang", "en")
                .put("created", Date.from(WRITTEN))
                .put("score", new BigDecimal("4.50"))
                .put("hidden", false);
        Struct event = (Struct) transform(
                        row,
                        value,
                        "id.field",
                        "post_id",
                        "text.fields",
                        "content",
                        "time.field",
                        "created",
                        "language.field",
                        "lang",
                        "attributes.fields",
                        "score, hidden, created")
                .value();
        assertThat(event.getString("id")).isEqualTo("12");
        assertThat(event.getString("language")).isEqualTo("en");
        assertThat(event.getMap("attributes"))
                .isEqualTo(Map.of("score", "4.50", "hidden", "false", "created", WRITTEN.toString()));
    }

    @Test
    void readsMapsWithoutSchema() {
        Map<String, Object> user = Map.of("name", "ann", "full.name", "Ann B.");
        var value = new HashMap<String, Object>(Map.of("user", user, "text", "Hello", "at", WRITTEN.getEpochSecond()));
        SourceRecord out = transform(
                null,
                value,
                "source.field",
                "user.name",
                "text.fields",
                "text,subtitle",
                "time.field",
                "at",
                "time.unit",
                "seconds",
                "domain.field",
                "kind",
                "attributes.fields",
                "user.full.name,likes");
        assertThat(out.valueSchema()).isNull();
        Map<String, Object> expected = new HashMap<>();
        expected.put("id", null);
        expected.put("source", "ann");
        expected.put("text", "Hello");
        expected.put("created_at", WRITTEN.getEpochSecond() * 1000);
        expected.put("language", null);
        expected.put("domain", null);
        expected.put("attributes", Map.of("name", "Ann B."));
        assertThat(out.value()).isEqualTo(expected);
    }

    @Test
    void readsALineOfAFile() {
        Struct event = (Struct)
                transform(Schema.STRING_SCHEMA, "A line.", "text.fields", ".").value();
        assertThat(event.getString("text")).isEqualTo("A line.");
    }

    @ParameterizedTest
    @CsvSource({"'\\s|\\s', 'a | b'", "'\\n', 'a\nb'", "'; ', 'a;b'"})
    void joinsTexts(String separator, String joined) {
        SourceRecord out =
                transform(null, Map.of("t", "a", "u", "b"), "text.fields", "t,u", "text.separator", separator);
        assertThat(((Map<?, ?>) out.value()).get("text")).isEqualTo(joined);
    }

    @Test
    void keepsEverythingButTheValue() {
        var in = new SourceRecord(
                Map.of("p", 1), Map.of("o", 2), "posts", 3, Schema.STRING_SCHEMA, "key", null, Map.of("t", "x"), 99L);
        in.headers().addString("trace", "abc");
        SourceRecord out = transform(in, "text.fields", "t");
        assertThat(out.topic()).isEqualTo("posts");
        assertThat(out.kafkaPartition()).isEqualTo(3);
        assertThat(out.key()).isEqualTo("key");
        assertThat(out.timestamp()).isEqualTo(99L);
        assertThat(out.headers().lastWithName("trace").value()).isEqualTo("abc");
        assertThat(out.sourceOffset()).isEqualTo(Map.of("o", 2));
    }

    @Test
    void passesTombstones() {
        var tombstone = new SourceRecord(null, null, "t", Schema.STRING_SCHEMA, "key", null, null);
        assertThat(transform(tombstone, "text.fields", "after.body")).isSameAs(tombstone);
    }

    @ParameterizedTest
    @CsvSource({
        "after.boddy, after.id, after.boddy",
        "after.title, after.id, after.title",
        "after.body, after.key, after.key",
        "after.body, op.id, op.id",
        "after.id, after.id, after.id",
        "before.body, after.id, before.body",
        "'after.title,before.body', after.id, 'after.title, or before.body has no value'"
    })
    void namesTheFieldThatIsMissing(String text, String id, String named) {
        var after = new Struct(ROW).put("id", 7L).put("body", "secret");
        var envelope = new Struct(ENVELOPE).put("after", after).put("op", "secret");
        assertThatThrownBy(() -> transform(ENVELOPE, envelope, "text.fields", text, "id.field", id))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("field " + named)
                .hasMessageNotContaining("secret");
    }

    @Test
    void namesTheFieldThatAMapLacks() {
        Map<String, Object> value = Map.of("text", "secret");
        assertThatThrownBy(() -> transform(null, value, "text.fields", "body"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("field body");
        assertThatThrownBy(() -> transform(null, value, "text.fields", "text", "id.field", "id"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("field id");
        assertThatThrownBy(() -> transform(null, value, "text.fields", "text", "time.field", "text"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("field text")
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThatThrownBy(() -> transform(
                        null,
                        Map.of("text", "x", "tags", List.of()),
                        "text.fields",
                        "text",
                        "attributes.fields",
                        "tags"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("field tags");
    }

    @ParameterizedTest
    @CsvSource({"2024-05-06T07:08:09.123Z", "2024-05-06T09:08:09.123+02:00", "2024-05-06 07:08:09.123"})
    void readsTimesAsText(String time) {
        SourceRecord out = transform(null, Map.of("t", "x", "at", time), "text.fields", "t", "time.field", "at");
        assertThat(((Map<?, ?>) out.value()).get("created_at")).isEqualTo(WRITTEN.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "text.fields, ''",
        "text.fields, 'a..b'",
        "id.field, 'a.'",
        "time.unit, hours",
        "text.separator, ' '",
        "text.separator, '\\q'",
        "attributes.fields, 'a.x,b.x'"
    })
    void namesAWrongSetting(String key, String value) {
        assertThatThrownBy(() -> transform(null, Map.of(), "text.fields", "t", key, value))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key);
    }

    @Test
    void needsATextField() {
        assertThatThrownBy(() -> transform(null, Map.of(), "id.field", "t"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("text.fields");
    }

    @Test
    void hasTheFieldsOfATextEvent() {
        List<String> fields =
                TextEventShape.SCHEMA.fields().stream().map(Field::name).toList();
        assertThat(fields)
                .containsExactlyElementsOf(TextEvent.getClassSchema().getFields().stream()
                        .map(org.apache.avro.Schema.Field::name)
                        .toList());
        assertThat(TextEventShape.SCHEMA.name())
                .isEqualTo(TextEvent.getClassSchema().getFullName());
    }

    @Test
    void isFoundByConnect() {
        assertThat(StreamSupport.stream(ServiceLoader.load(Transformation.class).spliterator(), false))
                .hasAtLeastOneElementOfType(ToTextEvent.class);
    }

    static SourceRecord transform(Schema schema, Object value, String... settings) {
        return transform(new SourceRecord(null, null, "t", schema, value), settings);
    }

    private static SourceRecord transform(SourceRecord in, String... settings) {
        var config = new HashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) {
            config.put(settings[i], settings[i + 1]);
        }
        try (var transform = new ToTextEvent<SourceRecord>()) {
            transform.configure(config);
            return transform.apply(in);
        }
    }
}
