package dev.assay.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.schemas.TextEvent;
import dev.assay.schemas.serde.DecodedEvent;
import dev.assay.schemas.serde.EventFormat;
import dev.assay.schemas.serde.TextEventDecoder;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Connect's own converter makes of a transformed record is an event that Assay reads. */
@SuppressWarnings("JavaUtilDate") // Connect's type for times
class ConvertedEventTest {
    private static final Instant WRITTEN = Instant.parse("2024-05-06T07:08:09.123Z");
    private static final Schema ROW = SchemaBuilder.struct()
            .field("n", Schema.INT64_SCHEMA)
            .field("body", Schema.STRING_SCHEMA)
            .field("at", Timestamp.SCHEMA)
            .build();

    @ParameterizedTest
    @CsvSource({"true, true, CONNECT_JSON", "true, false, JSON", "false, true, CONNECT_JSON", "false, false, JSON"})
    void isReadByAssay(boolean rowHasSchema, boolean envelope, DecodedEvent.Encoding encoding) {
        SourceRecord out = ToTextEventTest.transform(
                rowHasSchema ? ROW : null,
                rowHasSchema
                        ? new Struct(ROW).put("n", 7L).put("body", "Größe").put("at", Date.from(WRITTEN))
                        : Map.of("n", 7L, "body", "Größe", "at", WRITTEN.toEpochMilli()),
                "id.field",
                "n",
                "text.fields",
                "body",
                "time.field",
                "at",
                "attributes.fields",
                "n");
        DecodedEvent decoded = TextEventDecoder.open(EventFormat.AUTO, Map.of())
                .decode("t", new RecordHeaders(), converted(out, envelope));
        assertThat(decoded.encoding()).isEqualTo(encoding);
        assertThat(decoded.event()).isEqualTo(new TextEvent("7", null, "Größe", WRITTEN, null, null, Map.of("n", "7")));
    }

    private static byte[] converted(SourceRecord out, boolean envelope) {
        try (var converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", Boolean.toString(envelope)), false);
            return converter.fromConnectData("t", out.valueSchema(), out.value());
        }
    }
}
