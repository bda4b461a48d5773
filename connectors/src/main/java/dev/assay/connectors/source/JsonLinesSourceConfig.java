package dev.assay.connectors.source;

import dev.assay.connectors.EventOptions;
import dev.assay.connectors.FolderPath;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/** The options of {@link JsonLinesSourceConnector}. */
final class JsonLinesSourceConfig extends AbstractConfig {
    static final String FOLDER = "folder";
    static final String FILES = "files";
    static final String FORMAT = "format";
    static final String MODE = "mode";
    static final String TOPIC = "topic";
    static final String DEAD_LETTERS = "dead.letters.topic";
    static final String MAX_BYTES = "max.bytes";
    static final String SEPARATOR = "csv.separator";
    static final String TXT_RECORDS = "txt.records";
    static final String BATCH = "batch.max.records";
    static final String INTERVAL = "poll.interval.ms";

    private static final String AUTO = "auto";
    private static final String TAIL = "tail";
    private static final List<String> ALL =
            List.of("**.jsonl", "**.jsonl.gz", "**.json.gz", "**.csv", "**.csv.gz", "**.txt", "**.txt.gz");

    static final ConfigDef DEFINITION = EventOptions.define(
            reading(files(new ConfigDef())),
            List.of("text"),
            Map.of(
                    EventOptions.ID, "It must have a value. Unset: `id`, or the file's path and the line.",
                    EventOptions.SOURCE, "Also the record's key. Unset: `source`.",
                    EventOptions.TIME, "Unset: `created_at`, or `created`.",
                    EventOptions.LANGUAGE, "Unset: `language`.",
                    EventOptions.DOMAIN, "Unset: `domain`.",
                    EventOptions.ATTRIBUTES, "Unset: what `attributes` and `metadata` hold, and `added`."));

    JsonLinesSourceConfig(Map<String, String> settings) {
        super(DEFINITION, settings, false);
    }

    private static ConfigDef files(ConfigDef definition) {
        return definition
                .define(
                        FOLDER,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new FolderPath(),
                        Importance.HIGH,
                        "Folder of the files, with those below it; an absolute path, the same on every worker.")
                .define(
                        FILES,
                        ConfigDef.Type.LIST,
                        ALL,
                        LambdaValidator.with(JsonLinesSourceConfig::checkGlobs, () -> "globs"),
                        Importance.MEDIUM,
                        "Which files: globs of paths below the folder. Hidden files never count.")
                .define(
                        FORMAT,
                        ConfigDef.Type.STRING,
                        AUTO,
                        ValidString.in(AUTO, "jsonl", "csv", "text"),
                        Importance.MEDIUM,
                        "What they hold; `auto`: as their names end, JSON lines unless `.csv` or `.txt`.")
                .define(
                        MODE,
                        ConfigDef.Type.STRING,
                        TAIL,
                        ValidString.in(TAIL, "batch"),
                        Importance.HIGH,
                        "`tail` waits for more lines and more files; `batch` reads what is there at the start.");
    }

    private static ConfigDef reading(ConfigDef definition) {
        return definition
                .define(
                        TOPIC,
                        ConfigDef.Type.STRING,
                        "assay.text-events",
                        new NonEmptyString(),
                        Importance.HIGH,
                        "Where events go.")
                .define(
                        DEAD_LETTERS,
                        ConfigDef.Type.STRING,
                        "assay.dead-lines",
                        new NonEmptyString(),
                        Importance.HIGH,
                        "Where lines go that hold no event: the line's bytes, with file, line and cause in headers.")
                .define(
                        MAX_BYTES,
                        ConfigDef.Type.INT,
                        1 << 20,
                        Range.between(1024, 1 << 28),
                        Importance.LOW,
                        "Longest entry; of a longer one the dead letter has 1,024 bytes, length and SHA-256.")
                .define(
                        SEPARATOR,
                        ConfigDef.Type.STRING,
                        ",",
                        LambdaValidator.with(JsonLinesSourceConfig::checkSeparator, () -> "one character, or \\t"),
                        Importance.LOW,
                        "What stands between the columns of a CSV file; \\t is a tab.")
                .define(
                        TXT_RECORDS,
                        ConfigDef.Type.STRING,
                        "line",
                        ValidString.in("line", "file"),
                        Importance.MEDIUM,
                        "One text a line of a `.txt` file, or one a file; move such files in whole.")
                .define(
                        BATCH,
                        ConfigDef.Type.INT,
                        500,
                        Range.between(1, 100_000),
                        Importance.LOW,
                        "Most records of one transaction; 4 MiB end it, too.")
                .define(
                        INTERVAL,
                        ConfigDef.Type.INT,
                        1000,
                        Range.between(10, 3_600_000),
                        Importance.LOW,
                        "Wait before the folder is looked at again, ms.");
    }

    Path folder() {
        return Path.of(getString(FOLDER));
    }

    boolean isTail() {
        return getString(MODE).equals(TAIL);
    }

    FileRules rules() {
        String format = getString(FORMAT);
        return new FileRules(
                format.equals(AUTO) ? null : Layout.valueOf(format.toUpperCase(Locale.ROOT)),
                getString(SEPARATOR).translateEscapes().charAt(0),
                getInt(MAX_BYTES),
                getString(TXT_RECORDS).equals("file"),
                isTail());
    }

    private static void checkGlobs(String option, Object value) {
        try {
            ((List<?>) value).forEach(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob));
        } catch (IllegalArgumentException malformed) {
            throw new ConfigException(option, value, "use globs such as *.jsonl or **.csv, without commas inside");
        }
        if (((List<?>) value).isEmpty()) {
            throw new ConfigException(option, value, "name at least one, such as **.jsonl");
        }
    }

    private static void checkSeparator(String option, Object value) {
        String separator = String.valueOf(value);
        if (separator.length() != 1 && !separator.equals("\\t")) {
            throw new ConfigException(option, value, "use one character, or \\t for a tab");
        }
    }
}
