package dev.assay.connectors.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.connectors.EventMapping;
import dev.assay.connectors.EventOptions;
import dev.assay.connectors.TextEventShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;

/** Makes Connect's records of entries: an event of each that holds one, a dead letter of any other. */
final class SourceRecords {
    /** Headers of a dead letter: the file below the folder, the line from 1, and why it holds no event. */
    static final String FILE = "__assay.errors.file";

    static final String LINE = "__assay.errors.line";
    static final String MESSAGE = "__assay.errors.message";
    /** Length in bytes and SHA-256 of an entry of which the dead letter has the beginning only. */
    static final String FULL_LENGTH = "__assay.value.length";

    static final String FULL_SHA256 = "__assay.value.sha256";

    private static final Map<String, List<String>> WHEN_UNSET = Map.of(
            EventOptions.ID, List.of("id"),
            EventOptions.SOURCE, List.of("source"),
            EventOptions.TIME, List.of("created_at", "created"),
            EventOptions.LANGUAGE, List.of("language"),
            EventOptions.DOMAIN, List.of("domain"));
    private static final List<String> ATTRIBUTES_WHEN_UNSET = List.of("attributes", "metadata", "added");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventMapping mapping;
    private final boolean allAttributes;
    private final FileRules rules;
    private final String topic;
    private final String deadLetters;

    SourceRecords(JsonLinesSourceConfig config) {
        mapping = new EventMapping(config, WHEN_UNSET);
        allAttributes = config.getList(EventOptions.ATTRIBUTES).isEmpty();
        rules = config.rules();
        topic = config.getString(JsonLinesSourceConfig.TOPIC);
        deadLetters = config.getString(JsonLinesSourceConfig.DEAD_LETTERS);
    }

    SourceRecord of(String file, Entry entry, FileOffset after) {
        if (entry instanceof Entry.Row row) {
            try {
                return event(file, event(file, row), after);
            } catch (DataException noEvent) {
                var bad = new Entry.Bad(row.line(), noEvent.getMessage(), row.bytes(), row.bytes().length, null);
                return deadLetter(file, bad, after);
            }
        }
        return deadLetter(file, (Entry.Bad) entry, after);
    }

    private TextEventShape event(String file, Entry.Row row) {
        TextEventShape event;
        if (row.value() instanceof String text) {
            event = new TextEventShape(null, null, text, null, null, null, Map.of());
        } else {
            event = mapping.event(null, row.value());
            event = allAttributes ? event.withAttributes(attributes((Map<?, ?>) row.value())) : event;
        }
        String place = rules.isWhole(file) ? file : file + ":" + row.line();
        return event.id() == null ? event.withId(place) : event;
    }

    private static Map<String, String> attributes(Map<?, ?> fields) {
        var found = new LinkedHashMap<String, String>();
        for (String name : ATTRIBUTES_WHEN_UNSET) {
            if (fields.get(name) instanceof Map<?, ?> map) {
                map.forEach((key, value) -> put(found, key.toString(), value));
            } else {
                put(found, name, fields.get(name));
            }
        }
        return found;
    }

    private static void put(Map<String, String> attributes, String name, Object value) {
        try {
            if (value != null) {
                attributes.put(name, value instanceof String text ? text : JSON.writeValueAsString(value));
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read as JSON can be written", impossible);
        }
    }

    /** Without a time of its own: topics drop records by it, and old texts are none of their business. */
    private SourceRecord event(String file, TextEventShape event, FileOffset after) {
        return new SourceRecord(
                FileOffset.partition(file),
                after.toMap(),
                topic,
                null,
                Schema.OPTIONAL_STRING_SCHEMA,
                event.source(),
                TextEventShape.SCHEMA,
                event.toStruct());
    }

    private SourceRecord deadLetter(String file, Entry.Bad bad, FileOffset after) {
        var headers = new ConnectHeaders()
                .addString(FILE, file)
                .addString(LINE, Long.toString(bad.line()))
                .addString(MESSAGE, bad.cause());
        if (bad.sha256() != null) {
            headers.addString(FULL_LENGTH, Long.toString(bad.length())).addString(FULL_SHA256, bad.sha256());
        }
        return new SourceRecord(
                FileOffset.partition(file),
                after.toMap(),
                deadLetters,
                null,
                Schema.STRING_SCHEMA,
                file,
                Schema.BYTES_SCHEMA,
                bad.bytes(),
                null,
                headers);
    }
}
