package dev.assay.connectors;

import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/**
 * The way to a field: names with dots between them, or a single dot for the value itself. A name that holds dots is found
 * too, where nothing shorter stands in its way.
 *
 * @param path as the user wrote it
 */
record FieldPath(String path) {
    static final String WHOLE = ".";

    private static final Pattern WELL_FORMED = Pattern.compile("\\.|[^.]+(\\.[^.]+)*");

    /** What stands at a path. */
    record Found(Schema schema, Object value) {
        static final Found NOTHING = new Found(null, null);

        boolean isNull() {
            return value == null;
        }
    }

    /** A validator for settings: null is allowed. */
    static void check(String setting, Object value) {
        if (value != null && !WELL_FORMED.matcher(value.toString()).matches()) {
            throw new ConfigException(
                    setting, value, "use names with dots between them, such as after.text, or . alone");
        }
    }

    /** The last name. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /**
     * The value there; nothing where it is null, where a parent is null, or where a map without schema has no such entry.
     *
     * @throws DataException where the record's schema has no such field
     */
    Found in(Schema schema, Object value) {
        return path.equals(WHOLE) ? new Found(schema, value) : find(path, schema, value);
    }

    private Found find(String rest, Schema schema, Object value) {
        if (value == null) {
            return Found.NOTHING;
        }
        Found whole = child(rest, schema, value);
        int dot = rest.indexOf('.');
        if (whole != null || dot < 0) {
            return whole == null ? missing(value) : whole;
        }
        Found parent = child(rest.substring(0, dot), schema, value);
        return parent == null ? missing(value) : find(rest.substring(dot + 1), parent.schema(), parent.value());
    }

    private static Found child(String name, Schema schema, Object value) {
        if (value instanceof Struct struct) {
            Field field = struct.schema().field(name);
            return field == null ? null : new Found(field.schema(), struct.get(field));
        }
        if (value instanceof Map<?, ?> map) {
            Schema of = schema == null ? null : schema.valueSchema();
            return map.containsKey(name) ? new Found(of, map.get(name)) : null;
        }
        return null;
    }

    // A map may leave out what is null; a schema that lacks a field will lack it in every record.
    private Found missing(Object value) {
        if (value instanceof Map<?, ?>) {
            return Found.NOTHING;
        }
        throw new DataException("the record has no field " + path);
    }

    @Override
    public String toString() {
        return path;
    }
}
