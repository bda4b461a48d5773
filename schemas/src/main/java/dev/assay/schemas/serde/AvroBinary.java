package dev.assay.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.Utf8;

/**
 * One of our records in Avro's binary encoding, read from whatever schema it was written in.
 *
 * @param type the record's class
 * @param schema its schema
 * @param key a field without which a foreign record is not one of ours, although every field has a default
 */
record AvroBinary<T extends SpecificRecord>(Class<T> type, Schema schema, String key) {

    byte[] write(T row) {
        return written(new SpecificDatumWriter<T>(schema, SpecificData.getForClass(type)), row);
    }

    /** The record in another version of its schema. */
    byte[] writeAs(Schema other, T row) {
        byte[] bytes = write(row);
        var reader = new GenericDatumReader<GenericRecord>(schema, other);
        try {
            GenericRecord converted = reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
            return writeGeneric(converted);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] writeGeneric(GenericRecord row) {
        return written(new GenericDatumWriter<GenericRecord>(row.getSchema()), row);
    }

    /**
     * @param writer schema in which the bytes were written
     * @param name the writer's schema in messages
     */
    T read(Schema writer, byte[] bytes, int start, Supplier<String> name) {
        if (writer.getType() != Schema.Type.RECORD || writer.getField(key) == null) {
            throw new UndecodableEventException(
                    name.get() + " is not a record with a field " + key + ", so not a " + type.getSimpleName());
        }
        try {
            Map<String, String> logicalTypes = AvroWalk.over(writer, bytes, start);
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, start, bytes.length - start, null);
            T row = new StrictReader<>(writer, schema, type).read(null, decoder);
            if (decoder.isEnd()) {
                WrittenTimes.correct(row, logicalTypes);
                return row;
            }
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            throw fault(writer, broken, name.get());
        }
        throw new UndecodableEventException("bytes are left over after the record in " + name.get());
    }

    // The exceptions' own messages may quote the record.
    private UndecodableEventException fault(Schema writer, Throwable broken, String name) {
        if (broken instanceof UndecodableEventException known) {
            return known;
        }
        if (broken instanceof AvroRuntimeException) {
            Optional<Incompatibility> problem = problem(writer);
            if (problem.isPresent()) {
                return new UndecodableEventException(name + " (" + writer.getFullName() + ") does not resolve to "
                        + type.getSimpleName() + ": " + problem.get().getType() + " at "
                        + problem.get().getLocation());
            }
        }
        return new UndecodableEventException(
                "not an Avro record in " + name + " (" + broken.getClass().getSimpleName() + ")");
    }

    private Optional<Incompatibility> problem(Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(schema, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                // A record is resolved by its fields, whatever its name.
                .filter(each -> each.getType() != SchemaIncompatibilityType.NAME_MISMATCH)
                .findFirst();
    }

    private static <R> byte[] written(DatumWriter<R> writer, R row) {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            writer.write(row, encoder);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Avro's reader, but a string that is not UTF-8 is a fault. */
    private static final class StrictReader<T> extends SpecificDatumReader<T> {

        StrictReader(Schema writer, Schema reader, Class<T> type) {
            super(writer, reader, data(type));
        }

        private static SpecificData data(Class<?> type) {
            var data = new SpecificData(type.getClassLoader());
            data.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
            // The fast reader decodes strings by itself.
            data.setFastReaderEnabled(false);
            return data;
        }

        @Override
        protected Object readString(Object old, Schema expected, Decoder in) throws IOException {
            return strict(in);
        }

        @Override
        protected Object readMapKey(Object old, Schema expected, Decoder in) throws IOException {
            return strict(in);
        }

        private static String strict(Decoder in) throws IOException {
            Utf8 raw = in.readString(null);
            return StrictText.decode(raw.getBytes(), 0, raw.getByteLength())
                    .orElseThrow(() -> new UndecodableEventException("a string of the Avro record is not UTF-8"));
        }
    }
}
