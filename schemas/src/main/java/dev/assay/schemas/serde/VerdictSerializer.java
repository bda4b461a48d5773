package dev.assay.schemas.serde;

import dev.assay.schemas.Verdict;
import dev.assay.schemas.VerdictJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;

/** Verdicts to Avro or JSON; setting {@code verdict.format}: avro (default) or json. */
public final class VerdictSerializer implements Serializer<Verdict> {
    /** Setting: how values are written. */
    public static final String FORMAT = "verdict.format";

    // None: JSON.
    private RecordCodec<Verdict> avro;

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        Object format = config.get(FORMAT);
        boolean json = format != null && VerdictFormat.of(format.toString()) == VerdictFormat.JSON;
        avro = json ? null : Codecs.open(Codecs.VERDICTS, config);
    }

    @Override
    public byte[] serialize(String topic, Verdict verdict) {
        if (verdict == null) {
            return null;
        }
        return avro == null ? VerdictJson.write(verdict).getBytes(StandardCharsets.UTF_8) : avro.encode(topic, verdict);
    }

    @Override
    public void close() {
        if (avro != null) {
            avro.close();
        }
    }
}
