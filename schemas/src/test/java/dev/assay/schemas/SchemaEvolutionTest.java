package dev.assay.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every released version of a record to FULL_TRANSITIVE: each reads what any other wrote. */
class SchemaEvolutionTest {

    static Stream<SpecificRecord> samples() {
        return Stream.of(Samples.event(), Samples.verdict(), Samples.metrics());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyVersionReadsEveryOther(SpecificRecord sample) throws Exception {
        List<Schema> versions = versions(sample.getSchema());
        for (Schema reader : versions) {
            for (Schema writer : versions) {
                assertReads(reader, writer);
                GenericRecord row = resolved(sample.getSchema(), writer, bytes(sample));
                GenericRecord read = resolved(writer, reader, generic(row));
                assertThat(read.getSchema()).isEqualTo(reader);
                assertThat(resolved(reader, reader, generic(read))).isEqualTo(read);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyPartMayComeAndGo(SpecificRecord sample) {
        walk(sample.getSchema(), new HashSet<>());
    }

    private static void walk(Schema schema, Set<String> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
                if (seen.add(schema.getFullName())) {
                    for (var field : schema.getFields()) {
                        String name = schema.getName() + "." + field.name();
                        assertThat(field.hasDefaultValue()).as(name).isTrue();
                        assertThat(field.doc()).as(name).isNotBlank();
                        walk(field.schema(), seen);
                    }
                }
            }
            case ENUM ->
                assertThat(schema.getEnumDefault()).as(schema.getName()).isNotNull();
            case UNION -> schema.getTypes().forEach(type -> walk(type, seen));
            case MAP -> walk(schema.getValueType(), seen);
            case ARRAY -> walk(schema.getElementType(), seen);
            default -> assertThat(schema.getType()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anyOnePartMayComeOrGoInTheNextVersion(SpecificRecord sample) {
        Schema current = sample.getSchema();
        List<Schema> next = SchemaVariants.of(current);
        assertThat(next).hasSizeGreaterThan(current.getFields().size());
        assertThat(next).allSatisfy(variant -> {
            assertThat(variant).isNotEqualTo(current);
            assertReads(current, variant);
            assertReads(variant, current);
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void seesABreakingChange(SpecificRecord sample) {
        Schema current = sample.getSchema();
        List<Schema.Field> fields = new ArrayList<>(current.getFields().stream()
                .map(f -> new Schema.Field(f, f.schema()))
                .toList());
        fields.add(new Schema.Field("must", Schema.create(Schema.Type.INT)));
        Schema broken = Schema.createRecord(current.getName(), "", current.getNamespace(), false, fields);
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(broken, current)
                        .getType())
                .isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
        assertThatThrownBy(() -> resolved(current, broken, bytes(sample))).hasMessageContaining("must");
    }

    private static void assertReads(Schema reader, Schema writer) {
        var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        assertThat(compatibility.getType())
                .as(compatibility.getDescription())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    /** The released versions, and the one in force last. */
    private static List<Schema> versions(Schema current) throws IOException, URISyntaxException {
        Path released = Path.of(
                SchemaEvolutionTest.class.getResource("/released/README.md").toURI());
        var versions = new ArrayList<Schema>();
        try (var files = Files.walk(released.getParent())) {
            files.filter(file -> file.endsWith(current.getName() + ".avsc"))
                    .sorted()
                    .forEach(file -> versions.add(parsed(file)));
        }
        assertThat(versions).isNotEmpty();
        versions.add(current);
        return versions;
    }

    private static Schema parsed(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(SpecificRecord row) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new org.apache.avro.specific.SpecificDatumWriter<SpecificRecord>(
                        row.getSchema(), org.apache.avro.specific.SpecificData.getForClass(row.getClass()))
                .write(row, encoder);
        return bytes.toByteArray();
    }

    private static byte[] generic(GenericRecord row) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new GenericDatumWriter<GenericRecord>(row.getSchema())
                .write(row, EncoderFactory.get().directBinaryEncoder(bytes, null));
        return bytes.toByteArray();
    }

    private static GenericRecord resolved(Schema writer, Schema reader, byte[] bytes) throws IOException {
        return new GenericDatumReader<GenericRecord>(writer, reader, new GenericData())
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }
}
