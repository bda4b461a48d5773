package dev.assay.streams.soak;

import dev.assay.streams.settings.Setting;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import dev.assay.streams.settings.SettingsFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a run's instances: what the user gave for scoring, and what a soak needs. */
final class InstanceSettings {
    /** Name of the group. */
    static final String APPLICATION = "soak";

    /** Before the name of each topic. */
    static final String PREFIX = "soak.";

    private final Map<String, String> values = new TreeMap<>();

    InstanceSettings(Settings given, String bootstrap, String protocol) {
        SettingTable.all().stream()
                .filter(given::isGiven)
                .filter(setting -> !setting.secret()) // a soak's servers know no secrets
                .forEach(setting -> values.put(setting.key(), given.shown(setting)));
        set(SettingTable.BOOTSTRAP_SERVERS, bootstrap);
        set(SettingTable.APPLICATION_ID, APPLICATION);
        set(SettingTable.TOPIC_PREFIX, PREFIX);
        set(SettingTable.HTTP_HOST, "127.0.0.1");
        set(SettingTable.HTTP_PORT, "0");
        set(SettingTable.GROUP_PROTOCOL, protocol);
        if (!given.isGiven(SettingTable.ENGINE_WORKERS)) {
            set(SettingTable.ENGINE_WORKERS, "1"); // several instances share the machine
        }
        if (!given.isGiven(SettingTable.METRICS_TOPIC)) {
            set(SettingTable.METRICS_TOPIC, "false"); // an application of its own, which only counts what came out
        }
        values.put("kafka.producer.transaction.timeout.ms", SoakPlan.TRANSACTION_SECONDS + "000");
        if (protocol.equals("classic")) { // the other has it from the broker
            values.put("kafka.consumer.session.timeout.ms", SoakPlan.SESSION_SECONDS + "000");
            values.put("kafka.consumer.heartbeat.interval.ms", "2000");
        }
    }

    InstanceSettings set(Setting<?> setting, String text) {
        values.put(setting.key(), text);
        return this;
    }

    /** Tells Kafka's clients, by a setting in Kafka's name. */
    InstanceSettings kafka(String setting, String text) {
        values.put("kafka." + setting, text);
        return this;
    }

    /** The group protocol that they speak. */
    String protocol() {
        return values.get(SettingTable.GROUP_PROTOCOL.key());
    }

    /** Writes them as {@code --config} reads them, with a state folder of one's own. */
    void write(Path file, Path state) {
        Map<String, String> own = new TreeMap<>(values);
        own.put(SettingTable.STATE_DIR.key(), state.toString());
        SettingsFile.write(file, own);
    }
}
