package dev.assay.streams.records;

import dev.assay.schemas.TextEvent;
import dev.assay.schemas.registry.CompatibilityRule;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.schemas.registry.SchemaText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.util.RandomData;

/** Events in Avro, written in our schema, in schemas of others and in schemas made to cost a reader dear. */
final class OddAvro {
    private static final String TEXT = "{\"name\":\"text\",\"type\":\"string\"}";
    private static final List<String> FIELDS = List.of(
            "\"created_at\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}",
            "\"created_at\",\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-nanos\"}]",
            "\"created_at\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}",
            "\"created_at\",\"type\":\"long\"",
            "\"created_at\",\"type\":{\"type\":\"int\",\"logicalType\":\"date\"}",
            "\"created_at\",\"type\":\"string\"",
            "\"id\",\"type\":\"long\"",
            "\"attributes\",\"type\":{\"type\":\"map\",\"values\":[\"null\",\"string\"]}",
            "\"attributes\",\"type\":{\"type\":\"map\",\"values\":\"string\"}",
            "\"more\",\"type\":{\"type\":\"array\",\"items\":\"null\"}",
            "\"more\",\"type\":{\"type\":\"map\",\"values\":\"null\"}",
            "\"more\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Nothing\",\"fields\":[]}}",
            "\"more\",\"type\":{\"type\":\"record\",\"name\":\"Node\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"Node\"]}]}",
            "\"more\",\"type\":{\"type\":\"fixed\",\"name\":\"Big\",\"size\":100000}",
            "\"more\",\"type\":[\"null\",\"boolean\",\"int\",\"long\",\"float\",\"double\",\"bytes\",\"string\"]",
            "\"more\",\"type\":{\"type\":\"enum\",\"name\":\"Kind\",\"symbols\":[\"A\",\"B\"]}");

    private final Choice choice;
    private final OddTexts texts;
    private final int ours;
    private final Map<Integer, Schema> others = new HashMap<>();
    private final List<Integer> ids;

    /** @param registry address of the registry that takes the schemas */
    OddAvro(Choice choice, OddTexts texts, String registry) {
        this.choice = choice;
        this.texts = texts;
        SchemaRegistry schemas = SchemaRegistry.open(RegistrySettings.from(Map.of(RegistrySettings.URL, registry)));
        ours = schemas.register("ours", SchemaText.portable(TextEvent.getClassSchema()));
        for (String field : FIELDS) {
            register(
                    schemas,
                    "{\"type\":\"record\",\"name\":\"Post\",\"fields\":[" + TEXT + ",{\"name\":" + field + "}]}");
        }
        register(schemas, "{\"type\":\"record\",\"name\":\"Like\",\"fields\":[{\"name\":\"n\",\"type\":\"int\"}]}");
        ids = List.copyOf(others.keySet());
    }

    private void register(SchemaRegistry schemas, String json) {
        Schema schema = new Schema.Parser().parse(json);
        String subject = "other" + others.size();
        schemas.setRule(subject, CompatibilityRule.NONE);
        others.put(schemas.register(subject, schema), schema);
    }

    byte[] next() {
        return switch (choice.below(6)) {
            case 0, 1 -> framed(ours, event());
            case 2, 3 -> other();
            case 4 -> hostile();
            default -> choice.spoilt(framed(ours, event()));
        };
    }

    /** An id that names a schema of the registry. */
    byte[] knownId() {
        return ByteBuffer.allocate(5).putInt(1, ours).array();
    }

    private byte[] event() {
        TextEvent event = new TextEvent(
                choice.oneIn(2) ? null : texts.next(),
                choice.oneIn(2) ? null : texts.next(),
                texts.next(),
                choice.oneIn(2) ? null : Instant.ofEpochMilli(choice.number()),
                choice.oneIn(2) ? null : "en",
                choice.oneIn(2) ? null : texts.next(),
                choice.oneIn(2) ? Map.of() : Map.of(texts.next(), texts.next()));
        return written(out -> new SpecificDatumWriter<TextEvent>(
                        TextEvent.getClassSchema(), SpecificData.getForClass(TextEvent.class))
                .write(event, out));
    }

    /** In another schema, whatever its fields hold. */
    private byte[] other() {
        int id = ids.get(choice.below(ids.size()));
        Object row =
                new RandomData(others.get(id), 1, choice.number()).iterator().next();
        if (row instanceof GenericData.Record record && record.getSchema().getField("text") != null) {
            record.put("text", texts.next());
        }
        return framed(id, written(out -> new GenericDatumWriter<>(others.get(id)).write(row, out)));
    }

    /** A text and then whatever number or bytes, in a schema that takes them for a count, a length or a depth. */
    private byte[] hostile() {
        int id = ids.get(choice.below(ids.size()));
        return framed(id, written(out -> {
            out.writeString(texts.next());
            for (int i = 1 + choice.below(4); i > 0; i--) {
                out.writeLong(choice.number());
            }
            out.writeFixed(choice.oneIn(4) ? new byte[choice.below(2000)] : choice.bytes(choice.below(20)));
        }));
    }

    private static byte[] framed(int id, byte[] row) {
        return ByteBuffer.allocate(5 + row.length)
                .put((byte) 0)
                .putInt(id)
                .put(row)
                .array();
    }

    @FunctionalInterface
    private interface Body {
        void write(BinaryEncoder out) throws IOException;
    }

    private static byte[] written(Body body) {
        var bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            body.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
