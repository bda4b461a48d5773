package dev.assay.schemas.serde;

import dev.assay.schemas.Verdict;
import dev.assay.schemas.VerdictJson;
import dev.assay.schemas.registry.RegistrySettings;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;

/** Verdicts from either format: one that begins with a brace is JSON, any other Avro. */
public final class VerdictDeserializer implements Deserializer<Verdict> {
    private Optional<RecordCodec<Verdict>> avro = Optional.empty();

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        avro = config.get(RegistrySettings.URL) == null
                ? Optional.empty()
                : Optional.of(Codecs.open(Codecs.VERDICTS, config));
    }

    @Override
    public Verdict deserialize(String topic, byte[] bytes) {
        return deserialize(topic, new RecordHeaders(), bytes);
    }

    @Override
    public Verdict deserialize(String topic, Headers headers, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        boolean named = headers.lastHeader(SchemaRef.HEADER) != null;
        if (!named && bytes.length > 0 && bytes[0] == '{') {
            return json(bytes);
        }
        return avro.orElseThrow(() -> new UndecodableEventException(
                        "the value is not JSON, and setting " + RegistrySettings.URL + " names no registry"))
                .decode(topic, headers, bytes);
    }

    @Override
    public void close() {
        avro.ifPresent(RecordCodec::close);
    }

    private static Verdict json(byte[] bytes) {
        try {
            return VerdictJson.read(StrictText.decode(bytes)
                    .orElseThrow(() -> new UndecodableEventException("the value is not UTF-8")));
        } catch (IllegalArgumentException fault) {
            throw new UndecodableEventException(fault.getMessage());
        }
    }
}
