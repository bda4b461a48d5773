package dev.assay.schemas.serde;

import dev.assay.fuzz.FuzzBudget;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Any record: text, JSON, Connect's JSON, Avro with the program's own schema, framed or named by a header. */
public final class EventFuzz {
    private static final byte[] ID = {0, 0, 0, 0, 1};
    private static TextEventDecoder decoder;

    private EventFuzz() {}

    /** Registers the schema of events as number 1. */
    public static void fuzzerInitialize() {
        Map<String, String> config =
                Map.of("schema.registry.url", "mock://fuzz", "schema.registry.auto.register", "true");
        decoder = TextEventDecoder.open(EventFormat.AUTO, config);
        try (var serializer = new TextEventSerializer()) {
            serializer.configure(Map.of("schema.registry.url", "mock://fuzz", "auto.register.schemas", "true"), false);
            serializer.serialize("t", dev.assay.schemas.Samples.event());
        }
    }

    /** The value; with the schema's id in a header where the first byte is 2. */
    public static void fuzzerTestOneInput(byte[] input) {
        RecordHeaders headers = new RecordHeaders();
        if (input.length > 0 && input[0] == 2) {
            headers.add(SchemaRef.HEADER, ID);
        }
        FuzzBudget.spend(UndecodableEventException.class, () -> decoder.decode("t", headers, input));
    }
}
