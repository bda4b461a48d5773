package io.confluent.kafka.serializers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Writes any record after the id 77 and keeps its schema for the other class. */
public class KafkaAvroSerializer implements Serializer<Object> {
    static Schema written;

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        if (!"true".equals(config.get("avro.remove.java.properties"))) {
            throw new IllegalStateException("schemas would carry Java's notes");
        }
    }

    @Override
    public byte[] serialize(String topic, Object value) {
        var row = (SpecificRecord) value;
        written = row.getSchema();
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0, 0, 0, 0, 77});
        try {
            var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new SpecificDatumWriter<Object>(written, SpecificData.getForClass(row.getClass())).write(row, encoder);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
