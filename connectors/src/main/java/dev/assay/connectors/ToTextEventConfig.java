package dev.assay.connectors;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/** The options of {@link ToTextEvent}. */
final class ToTextEventConfig extends AbstractConfig {
    static final String ID = "id.field";
    static final String SOURCE = "source.field";
    static final String TEXT = "text.fields";
    static final String SEPARATOR = "text.separator";
    static final String TIME = "time.field";
    static final String UNIT = "time.unit";
    static final String LANGUAGE = "language.field";
    static final String DOMAIN = "domain.field";
    static final String ATTRIBUTES = "attributes.fields";

    static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    TEXT,
                    ConfigDef.Type.LIST,
                    ConfigDef.NO_DEFAULT_VALUE,
                    ConfigDef.LambdaValidator.with(ToTextEventConfig::checkTexts, () -> "at least one field"),
                    Importance.HIGH,
                    "Fields of the text, joined in this order; null ones are left out, and one must have a value.")
            .define(
                    SEPARATOR,
                    ConfigDef.Type.STRING,
                    "\\n\\n",
                    ConfigDef.LambdaValidator.with(ToTextEventConfig::checkSeparator, () -> "text, \\n, \\t or \\s"),
                    Importance.LOW,
                    "What stands between them; \\n is a line break, \\t a tab, \\s a space.")
            .define(
                    ID,
                    ConfigDef.Type.STRING,
                    null,
                    path(),
                    Importance.HIGH,
                    "Identity of the event, a string or whole number; it must have a value. Unset: topic, partition and"
                            + " offset.")
            .define(
                    SOURCE,
                    ConfigDef.Type.STRING,
                    null,
                    path(),
                    Importance.HIGH,
                    "Author, channel or feed, a string or whole number. Unset or null: the record key.")
            .define(
                    TIME,
                    ConfigDef.Type.STRING,
                    null,
                    path(),
                    Importance.MEDIUM,
                    "When the text was written: a date, a number or ISO 8601. Unset or null: the record's time.")
            .define(
                    UNIT,
                    ConfigDef.Type.STRING,
                    "millis",
                    ValidString.in("seconds", "millis", "micros", "nanos"),
                    Importance.LOW,
                    "Unit of a number whose schema does not say it; Debezium's do.")
            .define(
                    LANGUAGE,
                    ConfigDef.Type.STRING,
                    null,
                    path(),
                    Importance.LOW,
                    "ISO 639-1 code. Unset or null: identified from the text.")
            .define(
                    DOMAIN,
                    ConfigDef.Type.STRING,
                    null,
                    path(),
                    Importance.MEDIUM,
                    "Kind of text, such as news or forum. Unset or null: unknown.")
            .define(
                    ATTRIBUTES,
                    ConfigDef.Type.LIST,
                    List.of(),
                    ConfigDef.LambdaValidator.with(ToTextEventConfig::checkAttributes, () -> "fields, no name twice"),
                    Importance.LOW,
                    "Fields to carry along under their last name: strings, numbers, truth values and dates; null ones are"
                            + " left out.");

    ToTextEventConfig(Map<String, ?> settings) {
        super(DEFINITION, settings, false);
    }

    Optional<FieldPath> path(String setting) {
        return Optional.ofNullable(getString(setting)).map(FieldPath::new);
    }

    List<FieldPath> paths(String setting) {
        return getList(setting).stream().map(FieldPath::new).toList();
    }

    String separator() {
        return getString(SEPARATOR).translateEscapes();
    }

    TimeUnit unit() {
        return switch (getString(UNIT).toLowerCase(Locale.ROOT)) {
            case "seconds" -> TimeUnit.SECONDS;
            case "micros" -> TimeUnit.MICROSECONDS;
            case "nanos" -> TimeUnit.NANOSECONDS;
            default -> TimeUnit.MILLISECONDS;
        };
    }

    private static ConfigDef.Validator path() {
        return ConfigDef.LambdaValidator.with(FieldPath::check, () -> "a field, dots between parent and child");
    }

    private static void checkTexts(String setting, Object value) {
        if (value == null || ((List<?>) value).isEmpty()) {
            throw new ConfigException(setting, value, "name at least one field that holds text");
        }
        ((List<?>) value).forEach(path -> FieldPath.check(setting, path));
    }

    // Kafka trims settings: white space as it is arrives here as nothing.
    private static void checkSeparator(String setting, Object value) {
        try {
            if (!value.toString().translateEscapes().isEmpty()) {
                return;
            }
        } catch (IllegalArgumentException unknownEscape) {
            throw separator(setting, value);
        }
        throw separator(setting, value);
    }

    private static ConfigException separator(String setting, Object value) {
        return new ConfigException(setting, value, "write \\n for a line break, \\t for a tab, \\s for a space");
    }

    private static void checkAttributes(String setting, Object value) {
        var names = new HashSet<String>();
        for (var path : (List<?>) value) {
            FieldPath.check(setting, path);
            if (!names.add(new FieldPath(path.toString()).name())) {
                throw new ConfigException(setting, value, "two fields would become one attribute");
            }
        }
    }
}
