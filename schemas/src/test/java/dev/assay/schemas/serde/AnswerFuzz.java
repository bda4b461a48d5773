package dev.assay.schemas.serde;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.fuzz.FuzzBudget;
import dev.assay.schemas.registry.FakeRegistry;
import dev.assay.schemas.registry.RegistryException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Any answer of a registry to the question for a writer's schema, over HTTP, and any record behind it. */
public final class AnswerFuzz {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static FakeRegistry registry;
    private static TextEventDecoder decoder;
    private static int id;

    private AnswerFuzz() {}

    /** Starts a registry. */
    public static void fuzzerInitialize() throws IOException {
        System.setProperty(
                "sun.net.httpserver.nodelay", "true"); // an answer's head and body do not wait for each other
        registry = new FakeRegistry();
        decoder = TextEventDecoder.open(
                EventFormat.AVRO,
                Map.of(
                        "schema.registry.url",
                        registry.url(),
                        "retries.wait.ms",
                        "1",
                        "retries.max.wait.ms",
                        "1",
                        "max.retries",
                        "0"));
    }

    /** A byte whose parity says whether the schema or the whole answer follows, one with the record's length, the record, and that. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length < 2) {
            return;
        }
        int record = Math.min(input[1] & 0xff, input.length - 2);
        String rest = new String(Arrays.copyOfRange(input, 2 + record, input.length), StandardCharsets.UTF_8);
        boolean whole = input[0] % 2 != 0;
        String answer = whole ? rest : JSON.writeValueAsString(Map.of("schema", rest));
        byte[] value = Arrays.copyOfRange(input, 2, 2 + record);
        FuzzBudget.spend(UndecodableEventException.class, () -> decode(answer, value));
    }

    /** An id a record: answers are remembered. */
    private static void decode(String answer, byte[] value) {
        registry.plan(200, answer);
        byte[] framed = ByteBuffer.allocate(5 + value.length)
                .put((byte) 0)
                .putInt(++id)
                .put(value)
                .array();
        try {
            decoder.decode("t", new RecordHeaders(), framed);
        } catch (RegistryException e) {
            throw new UndecodableEventException(e.getMessage());
        }
    }
}
