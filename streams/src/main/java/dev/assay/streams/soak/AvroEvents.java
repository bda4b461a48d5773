package dev.assay.streams.soak;

import dev.assay.schemas.TextEvent;
import dev.assay.schemas.Topics;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.streams.settings.SettingTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Events in Avro, whose schema may change to one that instances have to ask the registry for. */
final class AvroEvents implements EventSource {
    private static final String WITH_NOTHINGS = """
            {"type":"record","name":"TextEvent","namespace":"dev.assay.schemas","fields":[
            {"name":"text","type":"string"},{"name":"nothings","type":{"type":"array","items":"null"}}]}""";

    private static final AtomicInteger MADE = new AtomicInteger();

    private final String name = "soak-" + MADE.incrementAndGet();
    private final LocalRegistry registry = new LocalRegistry(name);
    private final SchemaRegistry direct =
            SchemaRegistry.open(RegistrySettings.from(Map.of(RegistrySettings.URL, "mock://" + name)));
    private volatile Version version;
    private String subject;
    private int versions;

    private record Version(int id, Schema schema) {}

    /** Where instances ask. */
    LocalRegistry registry() {
        return registry;
    }

    @Override
    public EventEncoder encoder(Topics topics) {
        subject = topics.textEvents().name() + "-value";
        nextVersion();
        return event -> encode(event, version);
    }

    /** Writes in a schema that nobody has seen: one field more. */
    void nextVersion() {
        versions++;
        Schema own = TextEvent.getClassSchema();
        List<Schema.Field> fields = new ArrayList<>();
        own.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        for (int i = 2; i <= versions; i++) {
            fields.add(new Schema.Field("extra_" + i, Schema.create(Schema.Type.STRING), null, ""));
        }
        Schema schema = Schema.createRecord(own.getName(), own.getDoc(), own.getNamespace(), false, fields);
        version = new Version(direct.register(subject, schema), schema);
    }

    private static byte[] encode(TextEvent event, Version version) {
        GenericRecord record = new GenericData.Record(version.schema());
        record.put("id", event.getId());
        record.put("text", event.getText());
        record.put("attributes", Map.of());
        version.schema().getFields().stream()
                .filter(field -> field.name().startsWith("extra_"))
                .forEach(field -> record.put(field.name(), ""));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericRecord>(version.schema()).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return framed(version.id(), bytes.toByteArray());
    }

    /** All others, and those that only a registry makes possible. */
    @Override
    public List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>(Kinds.all());
        int nothings = direct.register("soak-hostile-value", new Schema.Parser().parse(WITH_NOTHINGS));
        byte[] text = {2, 'a'};
        byte[] many = {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x10, 0}; // 2³¹ nothings, then no more
        kinds.add(kind("forbidden registry id", framed(LocalRegistry.FORBIDDEN, text)));
        kinds.add(kind("two thousand million nothings", framed(nothings, text, many)));
        return kinds;
    }

    private static Kind kind(String name, byte[] value) {
        return new Kind(
                name,
                Due.DEAD_LETTER,
                (key, id, now) -> OddRecord.of(key, value).nameless());
    }

    private static byte[] framed(int id, byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    @Override
    public void tell(InstanceSettings settings) {
        settings.set(SettingTable.REGISTRY_URL, registry.url());
        settings.set(SettingTable.REGISTRY_AUTO_REGISTER, "true");
        settings.set(SettingTable.OUTPUT_FORMAT, "avro");
    }

    @Override
    public Map<String, Object> serde() {
        return Map.of(RegistrySettings.URL, "mock://" + name);
    }

    @Override
    public void close() {
        registry.close();
        direct.close();
    }
}
