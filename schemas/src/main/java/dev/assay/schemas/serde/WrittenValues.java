package dev.assay.schemas.serde;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Records of one type to values, in Avro or as JSON. */
final class WrittenValues<T extends SpecificRecord> implements AutoCloseable {
    private final Function<T, byte[]> json;
    private final Optional<RecordCodec<T>> avro;

    /**
     * @param format setting whose value is {@code avro} (default) or {@code json}
     * @param json record → JSON in UTF-8
     */
    WrittenValues(AvroBinary<T> binary, String format, Function<T, byte[]> json, Map<String, ?> config) {
        Object chosen = config.get(format);
        boolean isJson = chosen != null && VerdictFormat.of(chosen.toString()) == VerdictFormat.JSON;
        this.json = json;
        this.avro = isJson ? Optional.empty() : Optional.of(Codecs.open(binary, config));
    }

    byte[] write(String topic, T row) {
        if (row == null) {
            return null;
        }
        return avro.map(codec -> codec.encode(topic, row)).orElseGet(() -> json.apply(row));
    }

    @Override
    public void close() {
        avro.ifPresent(RecordCodec::close);
    }
}
