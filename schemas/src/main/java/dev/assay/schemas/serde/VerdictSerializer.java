package dev.assay.schemas.serde;

import dev.assay.schemas.Verdict;
import dev.assay.schemas.VerdictJson;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;

/** Verdicts to Avro or JSON; setting {@code verdict.format}: avro (default) or json. */
public final class VerdictSerializer implements Serializer<Verdict> {
    /** Setting: how values are written. */
    public static final String FORMAT = "verdict.format";

    private WrittenValues<Verdict> values =
            new WrittenValues<>(Codecs.VERDICTS, FORMAT, VerdictJson::bytes, Map.of(FORMAT, "json"));

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        values = new WrittenValues<>(Codecs.VERDICTS, FORMAT, VerdictJson::bytes, config);
    }

    @Override
    public byte[] serialize(String topic, Verdict row) {
        return values.write(topic, row);
    }

    @Override
    public void close() {
        values.close();
    }
}
