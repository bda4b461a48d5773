package dev.assay.connectors;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.transforms.Transformation;

/**
 * Turns the values of any connector's records into text events, with a schema where they have one. Key, time, headers and
 * topic stay; a null value (a tombstone) passes. A record that lacks a field it must have fails with an exception that names
 * the field and quotes nothing, so that Connect's error tolerance decides what becomes of it.
 *
 * @param <R> source or sink records
 */
public final class ToTextEvent<R extends ConnectRecord<R>> implements Transformation<R>, Versioned {
    private EventMapping mapping;

    @Override
    public String version() {
        return PluginVersion.get();
    }

    @Override
    public ConfigDef config() {
        return ToTextEventConfig.DEFINITION;
    }

    @Override
    public void configure(Map<String, ?> settings) {
        mapping = new EventMapping(new ToTextEventConfig(settings), Map.of());
    }

    @Override
    public R apply(R row) {
        if (row.value() == null) {
            return row;
        }
        TextEventShape event = mapping.event(row.valueSchema(), row.value());
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
}
