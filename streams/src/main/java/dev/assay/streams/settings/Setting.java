package dev.assay.streams.settings;

import java.util.Locale;

/**
 * One setting.
 *
 * @param key its name in a file and after {@code --set}, such as {@code target.fpr}
 * @param kind how its value is written
 * @param fallback its default
 * @param range which values it takes
 * @param secret whether its value is masked wherever it is shown
 * @param sentence what it does, in one sentence
 */
public record Setting<T>(
        String key, Kind<T> kind, T fallback, Range<? super T> range, boolean secret, String sentence) {
    static <T> Setting<T> setting(String key, Kind<T> kind, T fallback, Range<? super T> range, String sentence) {
        return new Setting<>(key, kind, fallback, range, false, sentence);
    }

    static Setting<String> secret(String key, String sentence) {
        return new Setting<>(key, Kind.TEXT, "", Range.any(), true, sentence);
    }

    /** Its name in the environment, such as {@code ASSAY_TARGET_FPR}. */
    public String variable() {
        return "ASSAY_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The kind of its values in words, such as {@code number, 0.0001 to 0.5}. */
    public String values() {
        return range.words().isEmpty() ? kind.name() : kind.name() + ", " + range.words();
    }

    /** The default as a user would write it. */
    public String shownFallback() {
        return kind.show().apply(fallback);
    }

    /** Reads a value, or says in one line what is wrong with it. */
    T parse(String text, String origin) {
        try {
            T value = kind.parse().apply(text.strip());
            if (range.holds().test(value)) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(text, origin);
        }
        throw wrong(text, origin);
    }

    private SettingsException wrong(String text, String origin) {
        String shown = secret ? "its value" : "'" + Secrets.masked(text) + "'";
        return new SettingsException(
                "setting " + key + " (" + origin + "): " + shown + " will not do; give " + values() + ".");
    }
}
