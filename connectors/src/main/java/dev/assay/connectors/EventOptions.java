package dev.assay.connectors;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/** The options that say which fields of a row become which of a text event. */
public final class EventOptions {
    public static final String ID = "id.field";
    public static final String SOURCE = "source.field";
    public static final String TEXT = "text.fields";
    public static final String SEPARATOR = "text.separator";
    public static final String HTML = "text.html";
    public static final String TIME = "time.field";
    public static final String UNIT = "time.unit";
    public static final String LANGUAGE = "language.field";
    public static final String DOMAIN = "domain.field";
    public static final String ATTRIBUTES = "attributes.fields";

    private static final String KEEP = "keep";
    private static final String STRIP = "strip";

    private EventOptions() {}

    /**
     * Adds the options to a definition.
     *
     * @param texts default of the fields of the text
     * @param unset by option, what its documentation says of leaving it out
     */
    public static ConfigDef define(ConfigDef definition, Object texts, Map<String, String> unset) {
        defineTexts(definition, texts);
        defineField(definition, ID, Importance.HIGH, "Identity of the event, a string or whole number.", unset);
        defineField(definition, SOURCE, Importance.HIGH, "Author, channel or feed, a string or whole number.", unset);
        defineField(
                definition, TIME, Importance.MEDIUM, "When the text was written: a date, a number or ISO 8601.", unset);
        definition.define(
                UNIT,
                ConfigDef.Type.STRING,
                "millis",
                ValidString.in("seconds", "millis", "micros", "nanos"),
                Importance.LOW,
                "Unit of a number whose schema does not say it; Debezium's do.");
        defineField(definition, LANGUAGE, Importance.LOW, "ISO 639-1 code.", unset);
        defineField(definition, DOMAIN, Importance.MEDIUM, "Kind of text, such as news or forum.", unset);
        return definition.define(
                ATTRIBUTES,
                ConfigDef.Type.LIST,
                List.of(),
                ConfigDef.LambdaValidator.with(EventOptions::checkAttributes, () -> "fields, no name twice"),
                Importance.LOW,
                sentence(
                        "Fields to carry along under their last name: strings, numbers, truth values and dates; null ones"
                                + " are left out.",
                        unset.get(ATTRIBUTES)));
    }

    private static void defineTexts(ConfigDef definition, Object texts) {
        definition
                .define(
                        TEXT,
                        ConfigDef.Type.LIST,
                        texts,
                        ConfigDef.LambdaValidator.with(EventOptions::checkTexts, () -> "at least one field"),
                        Importance.HIGH,
                        "Fields of the text, joined in this order; null ones are left out, and one must have a value.")
                .define(
                        SEPARATOR,
                        ConfigDef.Type.STRING,
                        "\\n\\n",
                        ConfigDef.LambdaValidator.with(EventOptions::checkSeparator, () -> "text, \\n, \\t or \\s"),
                        Importance.LOW,
                        "What stands between them; \\n is a line break, \\t a tab, \\s a space.")
                .define(
                        HTML,
                        ConfigDef.Type.STRING,
                        KEEP,
                        ValidString.in(KEEP, STRIP),
                        Importance.MEDIUM,
                        "`strip` reads the fields as HTML and keeps what a reader sees, paragraphs on lines of their own.");
    }

    private static void defineField(
            ConfigDef definition, String option, Importance importance, String meaning, Map<String, String> unset) {
        definition.define(
                option, ConfigDef.Type.STRING, null, path(), importance, sentence(meaning, unset.get(option)));
    }

    private static String sentence(String meaning, String more) {
        return more == null ? meaning : meaning + " " + more;
    }

    static Optional<FieldPath> path(AbstractConfig config, String option) {
        return Optional.ofNullable(config.getString(option)).map(FieldPath::new);
    }

    static List<FieldPath> paths(AbstractConfig config, String option) {
        return config.getList(option).stream().map(FieldPath::new).toList();
    }

    static String separator(AbstractConfig config) {
        return config.getString(SEPARATOR).translateEscapes();
    }

    static boolean stripsHtml(AbstractConfig config) {
        return config.getString(HTML).equals(STRIP);
    }

    static TimeUnit unit(AbstractConfig config) {
        return switch (config.getString(UNIT)) {
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
