package io.confluent.kafka.serializers;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what the other class wrote; the ids 404, 500 and 999 stand for faults of the registry. */
public class KafkaAvroDeserializer implements Deserializer<Object> {

    /** Named as Confluent's. */
    static class RestClientException extends Exception {
        RestClientException(int code) {
            super("secret; error code: " + code);
        }
    }

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        if (!"false".equals(config.get("specific.avro.reader"))) {
            throw new IllegalStateException("foreign records need generic reading");
        }
    }

    @Override
    public Object deserialize(String topic, byte[] bytes) {
        switch (ByteBuffer.wrap(bytes).getInt(1)) {
            case 77:
                break;
            case 404:
                throw new SerializationException("secret", new RestClientException(40403));
            case 500:
                throw new SerializationException("secret", new RestClientException(50001));
            case 999:
                throw new SerializationException("secret", new ConnectException("secret"));
            default:
                throw new SerializationException("secret");
        }
        try {
            return new GenericDatumReader<GenericRecord>(KafkaAvroSerializer.written)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
        } catch (IOException broken) {
            throw new SerializationException("secret", broken);
        }
    }
}
