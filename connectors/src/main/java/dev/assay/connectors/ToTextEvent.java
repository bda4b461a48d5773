package dev.assay.connectors;

import dev.assay.connectors.FieldPath.Found;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.transforms.Transformation;

/**
 * Turns the values of any connector's records into text events, with a schema where they have one. Key, time, headers and
 * topic stay; a null value (a tombstone) passes. A record that lacks a field it must have fails with an exception that names
 * the field and quotes nothing, so that Connect's error tolerance decides what becomes of it.
 *
 * @param <R> source or sink records
 */
public final class ToTextEvent<R extends ConnectRecord<R>> implements Transformation<R> {
    private Optional<FieldPath> id = Optional.empty();
    private Optional<FieldPath> source = Optional.empty();
    private Optional<FieldPath> time = Optional.empty();
    private Optional<FieldPath> language = Optional.empty();
    private Optional<FieldPath> domain = Optional.empty();
    private List<FieldPath> texts = List.of();
    private List<FieldPath> attributes = List.of();
    private String separator = "";
    private EventTime clock;

    @Override
    public ConfigDef config() {
        return ToTextEventConfig.DEFINITION;
    }

    @Override
    public void configure(Map<String, ?> settings) {
        var config = new ToTextEventConfig(settings);
        id = config.path(ToTextEventConfig.ID);
        source = config.path(ToTextEventConfig.SOURCE);
        time = config.path(ToTextEventConfig.TIME);
        language = config.path(ToTextEventConfig.LANGUAGE);
        domain = config.path(ToTextEventConfig.DOMAIN);
        texts = config.paths(ToTextEventConfig.TEXT);
        attributes = config.paths(ToTextEventConfig.ATTRIBUTES);
        separator = config.separator();
        clock = new EventTime(config.unit());
    }

    @Override
    public R apply(R row) {
        if (row.value() == null) {
            return row;
        }
        TextEventShape event = event(row.valueSchema(), row.value());
        boolean hasSchema = row.valueSchema() != null;
        return row.newRecord(
                row.topic(),
                row.kafkaPartition(),
                row.keySchema(),
                row.key(),
                hasSchema ? TextEventShape.SCHEMA : null,
                hasSchema ? event.toStruct() : event.toMap(),
                row.timestamp());
    }

    @Override
    public void close() {}

    private TextEventShape event(Schema schema, Object value) {
        return new TextEventShape(
                id.map(path -> required(path, name(path, path.in(schema, value))))
                        .orElse(null),
                source.map(path -> name(path, path.in(schema, value))).orElse(null),
                text(schema, value),
                time.map(path -> millis(path, path.in(schema, value))).orElse(null),
                language.map(path -> name(path, path.in(schema, value))).orElse(null),
                domain.map(path -> name(path, path.in(schema, value))).orElse(null),
                attributes(schema, value));
    }

    private String text(Schema schema, Object value) {
        String text = texts.stream()
                .map(path -> string(path, path.in(schema, value)))
                .filter(part -> part != null)
                .collect(Collectors.joining(separator));
        boolean isNull = texts.stream().allMatch(path -> path.in(schema, value).isNull());
        return isNull ? required(texts.get(0), null) : text;
    }

    private Map<String, String> attributes(Schema schema, Object value) {
        var found = new LinkedHashMap<String, String>();
        for (var path : attributes) {
            Found attribute = path.in(schema, value);
            if (!attribute.isNull()) {
                found.put(path.name(), scalar(path, attribute.value()));
            }
        }
        return found;
    }

    private Long millis(FieldPath path, Found found) {
        return found.isNull() ? null : Long.valueOf(clock.millis(path, found));
    }

    private static String string(FieldPath path, Found found) {
        if (found.isNull() || found.value() instanceof String) {
            return (String) found.value();
        }
        throw wrong(path, "a string", found.value());
    }

    /** A string, or a whole number as one. */
    private static String name(FieldPath path, Found found) {
        Object value = found.value();
        if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger) {
            return value.toString();
        }
        return string(path, found);
    }

    @SuppressWarnings("JavaUtilDate") // Connect's type for times
    private static String scalar(FieldPath path, Object value) {
        if (value instanceof Date date) {
            return date.toInstant().toString();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw wrong(path, "a string, number, truth value or date", value);
    }

    private static String required(FieldPath path, String value) {
        if (value == null) {
            throw new DataException("field " + path + " has no value, and an event needs it");
        }
        return value;
    }

    private static DataException wrong(FieldPath path, String wanted, Object value) {
        return new DataException("field " + path + " must be " + wanted + ", and is a "
                + value.getClass().getSimpleName());
    }
}
