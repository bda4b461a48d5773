package dev.assay.schemas.serde;

import dev.assay.schemas.registry.RegistrySettings;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;

/** Values of either format to records of one type: one that begins with a brace is JSON, any other Avro. */
final class ReadValues<T extends SpecificRecord> implements AutoCloseable {
    private final Function<String, T> json;
    private final Optional<RecordCodec<T>> avro;

    /** @param json JSON → record; throws IllegalArgumentException where it holds none */
    ReadValues(AvroBinary<T> binary, Function<String, T> json, Map<String, ?> config) {
        this.json = json;
        this.avro =
                config.get(RegistrySettings.URL) == null ? Optional.empty() : Optional.of(Codecs.open(binary, config));
    }

    T read(String topic, Headers headers, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        boolean named = SchemaRef.isInHeader(headers);
        if (!named && bytes.length > 0 && bytes[0] == '{') {
            return fromJson(bytes);
        }
        return avro.orElseThrow(() -> new UndecodableEventException(
                        "the value is not JSON, and setting " + RegistrySettings.URL + " names no registry"))
                .decode(topic, headers, bytes);
    }

    private T fromJson(byte[] bytes) {
        try {
            return json.apply(StrictText.decode(bytes)
                    .orElseThrow(() -> new UndecodableEventException("the value is not UTF-8")));
        } catch (IllegalArgumentException fault) {
            throw new UndecodableEventException(fault.getMessage());
        }
    }

    @Override
    public void close() {
        avro.ifPresent(RecordCodec::close);
    }
}
