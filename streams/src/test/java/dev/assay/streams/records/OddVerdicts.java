package dev.assay.streams.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.VerdictJson;
import dev.assay.schemas.registry.CompatibilityRule;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.schemas.registry.SchemaText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;

/**
 * Values for the topic of verdicts: verdicts whose every number and time is at an edge, of a later schema whose enums know more, and what is
 * none. The same seed makes the same.
 */
public final class OddVerdicts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] TIMES = {
        "\"+999999999-12-31T23:59:59.999Z\"",
        "\"-999999999-01-01T00:00:00Z\"",
        "\"0001-01-01T00:00:00Z\"",
        "\"infinity\"",
        "null",
        "\"2400-01-01T00:00:00Z\"",
        "1e400",
        "123456789012345678901234567890",
        "{}"
    };

    private final Choice choice;
    private final OddTexts texts;
    private final Schema later;
    private final int id;

    /** @param registry address of the registry that takes the later schema, such as {@code mock://NAME} */
    public OddVerdicts(long seed, String registry) {
        this.choice = new Choice(seed);
        this.texts = new OddTexts(choice);
        this.later = later();
        SchemaRegistry schemas = SchemaRegistry.open(RegistrySettings.from(Map.of(RegistrySettings.URL, registry)));
        schemas.setRule("later", CompatibilityRule.NONE);
        this.id = schemas.register("later", later);
    }

    /** Every enum has one symbol more. */
    private static Schema later() {
        String json = SchemaText.of(Verdict.getClassSchema());
        String more = json.replace("\"symbols\":[", "\"symbols\":[\"OF_A_LATER_SCHEMA\",");
        if (more.equals(json)) {
            throw new IllegalStateException("a verdict has no enums");
        }
        return new Schema.Parser().parse(more);
    }

    /** The next one. */
    public byte[] next() {
        return switch (choice.below(8)) {
            case 0 -> null;
            case 1 -> choice.bytes(choice.below(100));
            case 2 -> choice.spoilt(Choice.utf8(tree().toString()));
            case 3, 4 -> avro();
            default -> Choice.utf8(tree().toString());
        };
    }

    private byte[] avro() {
        var row = (GenericRecord)
                new RandomData(later, 1, choice.number()).iterator().next();
        row.put("shadow", choice.oneIn(10));
        row.put("created_at", choice.number());
        row.put("decided_at", choice.number());
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).putInt(1, id).array());
        try {
            new GenericDatumWriter<GenericRecord>(later)
                    .write(row, EncoderFactory.get().directBinaryEncoder(bytes, null));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private ObjectNode tree() {
        ObjectNode verdict = VerdictJson.toNode(Verdict.newBuilder()
                .setCreatedAt(Instant.ofEpochMilli(choice.number()))
                .setDecidedAt(Instant.ofEpochMilli(choice.number()))
                .build());
        odd(verdict, "created_at");
        odd(verdict, "decided_at");
        ObjectNode text = (ObjectNode) verdict.get("text");
        text.put("bytes", choice.number()).put("tokens", (int) choice.number());
        text.put("domain", texts.next()).put("language", texts.next());
        verdict.putObject("scores").put("bits-per-byte", choice.real()).put(texts.next(), choice.real());
        ObjectNode answer =
                verdict.putObject("questions").putObject(choice.of("machine", "membership", "of-a-later-schema"));
        answer.put("decision", choice.of("FLAGGED", "ABSTAINED", "OF_A_LATER_SCHEMA"));
        answer.put("reason", choice.of("NONE", "TOO_SHORT", "OF_A_LATER_SCHEMA"));
        answer.put("detector", choice.of("bits-per-byte", "unknown", null));
        answer.put("p_value", choice.of(choice.real(), 0.5, null));
        answer.put("rung", choice.of("all", "largest:news", null));
        return verdict;
    }

    private void odd(ObjectNode verdict, String time) {
        if (choice.oneIn(3)) {
            verdict.set(time, parsed(choice.of(TIMES)));
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
