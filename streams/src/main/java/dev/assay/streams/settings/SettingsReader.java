package dev.assay.streams.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers settings from a file, the environment and the command line; a later source wins. */
public final class SettingsReader {
    /** Variables with the prefix that are no settings: the cache folder is read before any setting is. */
    private static final Set<String> OTHER_VARIABLES = Set.of("ASSAY_CACHE");

    private static final String PREFIX = "ASSAY_";
    private static final String KAFKA_PREFIX = "ASSAY_KAFKA_";

    private final Map<String, Setting<?>> byKey = new TreeMap<>();
    private final Map<String, Setting<?>> byVariable = new TreeMap<>();
    private final Map<String, Settings.Given> given = new TreeMap<>();
    private final List<String> passedOver = new ArrayList<>();

    /** Starts from the defaults of {@link SettingTable}. */
    public SettingsReader() {
        for (Setting<?> setting : SettingTable.all()) {
            byKey.put(setting.key(), setting);
            byVariable.put(setting.variable(), setting);
        }
    }

    /** Adds a file of Java properties in UTF-8. */
    public SettingsReader file(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new SettingsException("config file " + file + ": no such file; check the path after --config.");
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException("config file " + file + ": not readable as Java properties in UTF-8 ("
                    + e.getMessage() + "); write one key=value a line.");
        }
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            put(key, properties.getProperty(key), "file " + file);
        }
        return this;
    }

    /**
     * Adds variables that begin with {@code ASSAY_}; {@code ASSAY_KAFKA_A_B} stands for {@code kafka.a.b}. An environment is shared, so
     * that an unknown one does not stop the start: see {@link Settings#passedOver}.
     */
    public SettingsReader environment(Map<String, String> variables) {
        new TreeMap<>(variables).forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !OTHER_VARIABLES.contains(name) && !ServiceVariables.include(name, value)) {
                keyOf(name).ifPresent(key -> put(key, value, "variable " + name));
            }
        });
        return this;
    }

    /** Adds {@code key=value} as given after {@code --set}. */
    public SettingsReader set(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw new SettingsException("--set "
                    + (byKey.containsKey(assignment) ? assignment : "of " + assignment.length() + " characters")
                    + ": no key and value; write --set key=value."); // it may be a secret without its key
        }
        put(assignment.substring(0, equals).strip(), assignment.substring(equals + 1), "--set");
        return this;
    }

    /** The settings in force. */
    public Settings read() {
        return new Settings(given, passedOver);
    }

    private Optional<String> keyOf(String variable) {
        if (variable.startsWith(KAFKA_PREFIX) && variable.length() > KAFKA_PREFIX.length()) {
            return Optional.of(Settings.KAFKA
                    + variable.substring(KAFKA_PREFIX.length())
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '.'));
        }
        Setting<?> setting = byVariable.get(variable);
        if (setting == null) {
            passedOver.add("variable " + variable + ": no such setting, passed over; the nearest is "
                    + NearestKey.to(variable, byVariable.keySet()) + " (`assay config` lists all).");
            return Optional.empty();
        }
        return Optional.of(setting.key());
    }

    private void put(String key, String text, String origin) {
        if (!(key.startsWith(Settings.KAFKA) && key.length() > Settings.KAFKA.length())) {
            known(key, origin).parse(text, origin);
        }
        given.put(key, new Settings.Given(text, origin));
    }

    private Setting<?> known(String key, String origin) {
        Setting<?> setting = byKey.get(key);
        if (setting == null) {
            throw new SettingsException("setting " + key + " (" + origin + "): no such setting; the nearest is "
                    + NearestKey.to(key, byKey.keySet()) + " (`assay config` lists all).");
        }
        return setting;
    }
}
