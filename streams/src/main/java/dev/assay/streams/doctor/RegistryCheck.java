package dev.assay.streams.doctor;

import dev.assay.schemas.Verdict;
import dev.assay.schemas.registry.RegisteredSchema;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.schemas.registry.SchemaText;
import dev.assay.schemas.registry.UnknownSchemaException;
import dev.assay.streams.run.Detection;
import dev.assay.streams.run.Formats;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.util.Map;
import org.apache.avro.Schema;

/** Whether the schema registry answers and verdicts can be written with it. */
final class RegistryCheck implements Check {
    private final Settings settings;

    RegistryCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public Finding run() {
        Map<String, Object> config = Formats.serdeConfig(settings);
        if (!config.containsKey(RegistrySettings.URL)) {
            return without();
        }
        RegistrySettings registry = RegistrySettings.from(config);
        String subject = Detection.topics(settings).verdicts().name() + "-value";
        try (SchemaRegistry schemas = SchemaRegistry.open(registry)) {
            return look(schemas, subject, registry.place() + ": ");
        }
    }

    private Finding without() {
        if (Formats.writesAvro(settings)) {
            return Finding.failed(
                    this, "none, but output.format is avro: set schema.registry.url, or output.format=json");
        }
        return Finding.ok(this, "none set: verdicts are JSON, and Avro events would be dead letters");
    }

    private Finding look(SchemaRegistry schemas, String subject, String place) {
        Schema own = SchemaText.portable(Verdict.getClassSchema());
        try {
            RegisteredSchema found = schemas.lookUp(subject, own);
            return Finding.ok(this, place + "the schema of verdicts is version " + found.version() + " of " + subject);
        } catch (UnknownSchemaException missing) {
            return missing(schemas, subject, own, place);
        }
    }

    private Finding missing(SchemaRegistry schemas, String subject, Schema own, String place) {
        if (!Formats.writesAvro(settings)) {
            return Finding.ok(this, place + "answers; verdicts are JSON");
        }
        if (!schemas.isCompatible(subject, own)) {
            return Finding.failed(
                    this,
                    place + "subject " + subject + " has versions that the schema of verdicts is not compatible with:"
                            + " set another topic.prefix, or let the subject's rule allow it");
        }
        if (!settings.get(SettingTable.REGISTRY_AUTO_REGISTER)) {
            return Finding.failed(
                    this,
                    place + "the schema of verdicts is not under " + subject + ": register it with `assay schemas"
                            + " register`, or set schema.registry.auto.register=true");
        }
        return Finding.ok(this, place + "answers; the schema of verdicts is registered at the start");
    }
}
