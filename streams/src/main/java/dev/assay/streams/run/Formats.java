package dev.assay.streams.run;

import dev.assay.schemas.Verdict;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.serde.EventFormat;
import dev.assay.schemas.serde.TextEventDecoder;
import dev.assay.schemas.serde.VerdictFormat;
import dev.assay.schemas.serde.VerdictSerializer;
import dev.assay.streams.emit.VerdictWriter;
import dev.assay.streams.ingest.EventReader;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import dev.assay.streams.settings.SettingsException;
import java.util.HashMap;
import java.util.Map;

/** How events are read and verdicts written. Closing it closes the registry's client. */
public final class Formats implements AutoCloseable {
    private static final String AUTO = "auto";

    private final TextEventDecoder decoder;
    private final VerdictSerializer serializer = new VerdictSerializer();

    /** Opens them as the settings say. */
    public Formats(Settings settings) {
        Map<String, Object> config = serdeConfig(settings);
        VerdictFormat written = writable(settings);
        decoder = TextEventDecoder.open(EventFormat.of(settings.get(SettingTable.INPUT_FORMAT)), config);
        config.put(VerdictSerializer.FORMAT, written.name());
        serializer.configure(config, false);
    }

    /** Reads events. */
    public EventReader reader() {
        return (topic, headers, value) -> decoder.decode(topic, headers, value).event();
    }

    /**
     * Asks the registry, where there is one, before the first event does.
     *
     * @param topic the topic of verdicts
     * @throws dev.assay.schemas.registry.RegistryException when it does not answer, or refuses the schema
     */
    void requireRegistry(String topic) {
        serializer.serialize(topic, Verdict.newBuilder().build());
    }

    /** Writes verdicts. */
    public VerdictWriter writer() {
        return serializer::serialize;
    }

    /** What the serdes of {@code schemas} are configured with. */
    public static Map<String, Object> serdeConfig(Settings settings) {
        Map<String, Object> config = new HashMap<>();
        put(config, RegistrySettings.URL, settings.get(SettingTable.REGISTRY_URL));
        put(config, "basic.auth.user.info", settings.get(SettingTable.REGISTRY_USER));
        put(config, "bearer.auth.token", settings.get(SettingTable.REGISTRY_TOKEN));
        if (config.containsKey("basic.auth.user.info")) {
            config.put("basic.auth.credentials.source", "USER_INFO");
        }
        config.put(RegistrySettings.AUTO_REGISTER, settings.get(SettingTable.REGISTRY_AUTO_REGISTER));
        return config;
    }

    /** Whether verdicts are Avro. */
    public static boolean writesAvro(Settings settings) {
        return written(settings) == VerdictFormat.AVRO;
    }

    /**
     * The format of what is written: verdicts and metrics.
     *
     * @throws SettingsException where it needs a registry, and none is set
     */
    static VerdictFormat writable(Settings settings) {
        VerdictFormat written = written(settings);
        if (written == VerdictFormat.AVRO
                && settings.get(SettingTable.REGISTRY_URL).isEmpty()) {
            throw new SettingsException(
                    "setting output.format is avro, but schema.registry.url is empty: set the registry, or output.format=json.");
        }
        return written;
    }

    private static VerdictFormat written(Settings settings) {
        String format = settings.get(SettingTable.OUTPUT_FORMAT);
        if (!format.equals(AUTO)) {
            return VerdictFormat.of(format);
        }
        return settings.get(SettingTable.REGISTRY_URL).isEmpty() ? VerdictFormat.JSON : VerdictFormat.AVRO;
    }

    private static void put(Map<String, Object> config, String key, String value) {
        if (!value.isEmpty()) {
            config.put(key, value);
        }
    }

    @Override
    public void close() {
        decoder.close();
        serializer.close();
    }
}
