package dev.assay.connectors;

import dev.assay.connectors.FieldPath.Found;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;

/** Makes text events of rows: structs with a schema, maps without one. The options are {@link EventOptions}. */
public final class EventMapping {
    private final List<FieldPath> ids;
    private final List<FieldPath> sources;
    private final List<FieldPath> times;
    private final List<FieldPath> languages;
    private final List<FieldPath> domains;
    private final List<FieldPath> texts;
    private final List<FieldPath> attributes;
    private final boolean idRequired;
    private final boolean html;
    private final String separator;
    private final EventTime clock;

    /**
     * @param config has the options of {@link EventOptions}
     * @param whenUnset by option, the fields to try in this order where it is unset; such fields may be missing
     */
    public EventMapping(AbstractConfig config, Map<String, List<String>> whenUnset) {
        ids = candidates(config, EventOptions.ID, whenUnset);
        sources = candidates(config, EventOptions.SOURCE, whenUnset);
        times = candidates(config, EventOptions.TIME, whenUnset);
        languages = candidates(config, EventOptions.LANGUAGE, whenUnset);
        domains = candidates(config, EventOptions.DOMAIN, whenUnset);
        texts = EventOptions.paths(config, EventOptions.TEXT);
        attributes = EventOptions.paths(config, EventOptions.ATTRIBUTES);
        idRequired = EventOptions.path(config, EventOptions.ID).isPresent();
        html = EventOptions.stripsHtml(config);
        separator = EventOptions.separator(config);
        clock = new EventTime(EventOptions.unit(config));
    }

    private static List<FieldPath> candidates(
            AbstractConfig config, String option, Map<String, List<String>> whenUnset) {
        return EventOptions.path(config, option)
                .map(List::of)
                .orElseGet(() -> whenUnset.getOrDefault(option, List.of()).stream()
                        .map(FieldPath::new)
                        .toList());
    }

    /**
     * The event that a row holds.
     *
     * @throws DataException where it holds none; the message names the field and quotes nothing
     */
    public TextEventShape event(Schema schema, Object value) {
        String id = first(ids, schema, value, EventMapping::name);
        return new TextEventShape(
                idRequired ? required(ids.get(0), id) : id,
                first(sources, schema, value, EventMapping::name),
                text(schema, value),
                first(times, schema, value, clock::millis),
                first(languages, schema, value, EventMapping::name),
                first(domains, schema, value, EventMapping::name),
                attributes(schema, value));
    }

    /** The first candidate that has a value, or null. */
    private static <T> T first(
            List<FieldPath> candidates, Schema schema, Object value, BiFunction<FieldPath, Found, T> read) {
        for (var path : candidates) {
            Found found = path.in(schema, value);
            if (!found.isNull()) {
                return read.apply(path, found);
            }
        }
        return null;
    }

    private String text(Schema schema, Object value) {
        List<String> parts = texts.stream()
                .map(path -> string(path, path.in(schema, value)))
                .filter(Objects::nonNull)
                .toList();
        if (parts.isEmpty()) {
            String names = texts.stream().map(FieldPath::toString).collect(Collectors.joining(", or "));
            throw new DataException("field " + names + " has no value, and an event needs it");
        }
        return parts.stream().map(part -> html ? HtmlText.of(part) : part).collect(Collectors.joining(separator));
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
