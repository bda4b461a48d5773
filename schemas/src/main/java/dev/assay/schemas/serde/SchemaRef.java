package dev.assay.schemas.serde;

import dev.assay.schemas.registry.SchemaRegistry;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.Headers;

/**
 * Confluent's two ways to name a record's schema: a zero byte and a 32-bit id, or a one byte and a 128-bit GUID, both
 * big-endian; before the record or in the header {@code __value_schema_id}. The header wins.
 *
 * @param name for messages
 * @param id the id, where there is one
 * @param guid else the GUID
 * @param inHeader whether a header named it
 * @param start where the record begins in the value's bytes
 */
record SchemaRef(String name, int id, UUID guid, boolean inHeader, int start) {
    /** The header that names the value's schema. */
    static final String HEADER = "__value_schema_id";

    private static final byte BY_ID = 0;
    private static final byte BY_GUID = 1;
    private static final int ID_LENGTH = 1 + Integer.BYTES;
    private static final int GUID_LENGTH = 1 + 2 * Long.BYTES;

    /** The reference of a record, or nothing where neither header nor first bytes hold one. */
    static Optional<SchemaRef> of(Headers headers, byte[] value) {
        if (!isInHeader(headers)) {
            return parsed(value, false);
        }
        Optional<SchemaRef> named = parsed(headers.lastHeader(HEADER).value(), true);
        if (named.isEmpty()) {
            throw new UndecodableEventException("header " + HEADER + " holds neither a schema id nor a GUID");
        }
        return named;
    }

    /** Whether a header names the schema; one without a value says nothing. */
    static boolean isInHeader(Headers headers) {
        var header = headers.lastHeader(HEADER);
        return header != null && header.value() != null;
    }

    /** A record's bytes after the id. */
    static byte[] framed(int id, byte[] row) {
        return ByteBuffer.allocate(ID_LENGTH + row.length)
                .put(BY_ID)
                .putInt(id)
                .put(row)
                .array();
    }

    /** The schema in which the record was written. */
    Schema schema(SchemaRegistry registry) {
        return guid == null ? registry.byId(id) : registry.byGuid(guid);
    }

    private static Optional<SchemaRef> parsed(byte[] bytes, boolean inHeader) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length >= ID_LENGTH && bytes[0] == BY_ID) {
            int id = buffer.getInt(1);
            return Optional.of(new SchemaRef("schema id " + id, id, null, inHeader, inHeader ? 0 : ID_LENGTH));
        }
        if (bytes.length >= GUID_LENGTH && bytes[0] == BY_GUID) {
            UUID guid = new UUID(buffer.getLong(1), buffer.getLong(1 + Long.BYTES));
            return Optional.of(new SchemaRef("schema GUID " + guid, 0, guid, inHeader, inHeader ? 0 : GUID_LENGTH));
        }
        return Optional.empty();
    }
}
