package dev.assay.streams.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Effective values with their origins; immutable. Made by {@link SettingsReader}.
 *
 * <p>Keys that begin with {@code kafka.} are handed to Kafka's clients as they are, without that prefix.
 */
public final class Settings {
    static final String KAFKA = "kafka.";
    static final String DEFAULT = "default";
    private final Map<String, Given> given;
    private final List<String> passedOver;

    /** A value as written, and where. */
    record Given(String text, String origin) {}

    Settings(Map<String, Given> given, List<String> passedOver) {
        this.given = Map.copyOf(given);
        this.passedOver = List.copyOf(passedOver);
    }

    /** Nothing but defaults. */
    public static Settings defaults() {
        return new Settings(Map.of(), List.of());
    }

    /** The effective value. */
    public <T> T get(Setting<T> setting) {
        Given value = given.get(setting.key());
        return value == null ? setting.fallback() : setting.parse(value.text(), value.origin());
    }

    /** Whether somebody gave it, rather than leaving the default. */
    public boolean isGiven(Setting<?> setting) {
        return given.containsKey(setting.key());
    }

    /** These settings with one value replaced by what the command line says. */
    public Settings with(Setting<?> setting, String text, String origin) {
        setting.parse(text, origin);
        Map<String, Given> more = new TreeMap<>(given);
        more.put(setting.key(), new Given(text, origin));
        return new Settings(more, passedOver);
    }

    /** Variables of the environment that look like settings and are none, each in one line for a person. */
    public List<String> passedOver() {
        return passedOver;
    }

    /** Everything that was given, key by key as one would write it; with secrets, unmasked. */
    public Map<String, String> written() {
        Map<String, String> written = new TreeMap<>();
        given.forEach((key, value) -> written.put(key, value.text()));
        return written;
    }

    /** Where the effective value comes from: {@code default}, a file, a variable or a flag. */
    public String origin(Setting<?> setting) {
        Given value = given.get(setting.key());
        return value == null ? DEFAULT : value.origin();
    }

    /** The effective value as a user would write it, masked where it is secret or holds a password. */
    public <T> String shown(Setting<T> setting) {
        String text = setting.kind().show().apply(get(setting));
        return setting.secret() && !text.isEmpty() ? Secrets.MASK : Secrets.masked(text);
    }

    /** What goes straight to Kafka's clients, without the {@code kafka.} before it. */
    public Map<String, String> kafka() {
        Map<String, String> settings = new TreeMap<>();
        given.forEach((key, value) -> {
            if (key.startsWith(KAFKA)) {
                settings.put(key.substring(KAFKA.length()), value.text());
            }
        });
        return settings;
    }

    /** Where a pass-through setting, named without {@code kafka.}, comes from. */
    public String kafkaOrigin(String key) {
        return given.get(KAFKA + key).origin();
    }

    /** A pass-through setting's value as it may be shown: whatever may hold a secret is masked. */
    public String shownKafka(String key) {
        return SecretKeys.matches(key)
                ? Secrets.MASK
                : Secrets.masked(given.get(KAFKA + key).text());
    }
}
