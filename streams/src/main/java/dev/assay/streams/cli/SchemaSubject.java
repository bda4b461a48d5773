package dev.assay.streams.cli;

import dev.assay.schemas.Metrics;
import dev.assay.schemas.TextEvent;
import dev.assay.schemas.Topic;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.registry.RegisteredSchema;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.schemas.registry.SchemaText;
import dev.assay.schemas.registry.UnknownSchemaException;
import dev.assay.streams.run.Formats;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import dev.assay.streams.settings.SettingsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Where a registry keeps the schema of a topic's values.
 *
 * @param name {@code TOPIC-value}
 * @param schema the schema that this program writes and reads
 */
record SchemaSubject(String name, Schema schema) {
    /** By the name that {@link Topic#value} gives. */
    private static final Map<String, Schema> SCHEMAS = Map.of(
            "TextEvent", TextEvent.getClassSchema(),
            "Verdict", Verdict.getClassSchema(),
            "Metrics", Metrics.getClassSchema());

    /** The subjects of the named topics; of all that have a schema for no names. */
    static List<SchemaSubject> of(Settings settings, List<String> names) {
        TopicSelection topics = new TopicSelection(settings);
        if (names.isEmpty()) {
            return topics.named(names).stream()
                    .filter(topic -> SCHEMAS.containsKey(topic.value()))
                    .map(SchemaSubject::of)
                    .toList();
        }
        return topics.named(names).stream().map(SchemaSubject::required).toList();
    }

    private static SchemaSubject required(Topic topic) {
        if (!SCHEMAS.containsKey(topic.value())) {
            throw new CommandFailure("topic " + topic.name()
                    + ": has no schema for a registry; text-events, verdicts and metrics have.");
        }
        return of(topic);
    }

    private static SchemaSubject of(Topic topic) {
        return new SchemaSubject(topic.name() + "-value", SchemaText.portable(SCHEMAS.get(topic.value())));
    }

    /** A client for the registry of the settings. */
    static SchemaRegistry registry(Settings settings) {
        if (settings.get(SettingTable.REGISTRY_URL).isEmpty()) {
            throw new SettingsException("setting schema.registry.url is empty: set the registry's address, such as"
                    + " http://registry:8081 (Apicurio: http://registry:8080/apis/ccompat/v7).");
        }
        return SchemaRegistry.open(RegistrySettings.from(Formats.serdeConfig(settings)));
    }

    /** This program's schema as the registry holds it. */
    Optional<RegisteredSchema> in(SchemaRegistry registry) {
        try {
            return Optional.of(registry.lookUp(name, schema));
        } catch (UnknownSchemaException missing) {
            return Optional.empty();
        }
    }

    /** Which version it is, in words. */
    static String words(RegisteredSchema found) {
        return "version " + found.version() + ", id " + found.id();
    }
}
