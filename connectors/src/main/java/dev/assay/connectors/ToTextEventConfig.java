package dev.assay.connectors;

import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The options of {@link ToTextEvent}. */
final class ToTextEventConfig extends AbstractConfig {
    static final ConfigDef DEFINITION = EventOptions.define(
            new ConfigDef(),
            ConfigDef.NO_DEFAULT_VALUE,
            Map.of(
                    EventOptions.ID, "It must have a value. Unset: topic, partition and offset.",
                    EventOptions.SOURCE, "Unset or null: the record key.",
                    EventOptions.TIME, "Unset or null: the record's time.",
                    EventOptions.LANGUAGE, "Unset or null: identified from the text.",
                    EventOptions.DOMAIN, "Unset or null: unknown."));

    ToTextEventConfig(Map<String, ?> settings) {
        super(DEFINITION, settings, false);
    }
}
