package dev.assay.schemas.serde;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Goes over a record's bytes as its writer's schema says, before Avro's reader does: that one believes every length and count, and a
 * schema and bytes made for it keep it busy for minutes or fill the memory (an array of two billion nulls takes six bytes).
 *
 * <p>The budget: as many values as {@value #STEPS_A_BYTE} for each byte and {@value #FREE_STEPS} more, {@value #DEEPEST} levels deep,
 * and no length beyond the record's end. It takes time and memory in proportion to the bytes.
 */
final class AvroWalk {
    private static final int STEPS_A_BYTE = 4; // a value takes a byte, unless it is null, empty or a record
    private static final int FREE_STEPS = 10_000;
    private static final int DEEPEST = 1_000;
    private static final int LONGEST_NUMBER = 10; // bytes
    private static final String LOGICAL_TYPE = "logicalType";

    private final ByteBuffer in;
    private final Map<String, String> logicalTypes = new HashMap<>();
    private long steps;

    private AvroWalk(byte[] bytes, int start) {
        in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        steps = FREE_STEPS + (long) STEPS_A_BYTE * in.remaining();
    }

    /**
     * Goes over one record.
     *
     * @return of its fields whose value is of a logical type, that type
     * @throws UndecodableEventException where it would cost too much
     * @throws RuntimeException another one where the bytes are not of this schema
     */
    static Map<String, String> over(Schema writer, byte[] bytes, int start) {
        var walk = new AvroWalk(bytes, start);
        for (var field : writer.getFields()) {
            Schema taken = walk.value(field.schema(), 1);
            if (taken.getProp(LOGICAL_TYPE) != null) {
                walk.logicalTypes.put(field.name(), taken.getProp(LOGICAL_TYPE));
            }
        }
        return walk.logicalTypes;
    }

    /** Goes over one value, and tells its schema: of a union, the branch. */
    private Schema value(Schema schema, int depth) {
        step(depth);
        switch (schema.getType()) {
            case NULL -> {}
            case BOOLEAN -> skip(1);
            case INT, LONG, ENUM -> number();
            case FLOAT -> skip(Float.BYTES);
            case DOUBLE -> skip(Double.BYTES);
            case STRING, BYTES -> skip(number());
            case FIXED -> skip(schema.getFixedSize());
            case RECORD -> schema.getFields().forEach(field -> value(field.schema(), depth + 1));
            case ARRAY -> blocks(() -> value(schema.getElementType(), depth + 1));
            case MAP ->
                blocks(() -> {
                    skip(number());
                    value(schema.getValueType(), depth + 1);
                });
            case UNION -> {
                return value(branch(schema.getTypes()), depth + 1);
            }
        }
        return schema;
    }

    private Schema branch(List<Schema> branches) {
        long index = number();
        if (index < 0 || index >= branches.size()) {
            throw new IndexOutOfBoundsException("no such branch of a union");
        }
        return branches.get((int) index);
    }

    private void blocks(Runnable item) {
        for (long count = number(); count != 0; count = number()) {
            if (count < 0) {
                number(); // the block's length in bytes, for those who pass over it
            }
            for (long left = Math.abs(count); left != 0; left--) {
                step(0); // an item may be nothing at all
                item.run();
            }
        }
    }

    private void step(int depth) {
        if (depth > DEEPEST) {
            throw new UndecodableEventException("the Avro record is nested more than " + DEEPEST + " deep");
        }
        if (--steps < 0) {
            throw new UndecodableEventException("the Avro record holds more values than a record of its length may: "
                    + STEPS_A_BYTE + " for each byte and " + FREE_STEPS + " more");
        }
    }

    private void skip(long length) {
        if (length < 0 || length > in.remaining()) {
            throw new IndexOutOfBoundsException("a length that is not there");
        }
        in.position(in.position() + (int) length);
    }

    /** A whole number: seven bits a byte, the lowest first, zigzag. */
    private long number() {
        long bits = 0;
        for (int i = 0; i < LONGEST_NUMBER; i++) {
            byte next = in.get();
            bits |= (next & 0x7FL) << (7 * i);
            if (next >= 0) {
                return (bits >>> 1) ^ -(bits & 1);
            }
        }
        throw new IndexOutOfBoundsException("a number that does not end");
    }
}
