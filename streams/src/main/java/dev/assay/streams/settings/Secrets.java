package dev.assay.streams.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of what is shown to people: the users and passwords of addresses, and the values of settings that hold a secret. */
public final class Secrets {
    static final String MASK = "********";

    /** From the scheme to the last {@code @} before a space or another address: a password that is not encoded may hold anything else. */
    private static final Pattern USER = Pattern.compile(
            "([a-z][a-z0-9+.-]{0,30}://)(?:(?!,[a-z][a-z0-9+.-]{0,30}://)\\S)*@", Pattern.CASE_INSENSITIVE);

    private static final Pattern ASSIGNMENT = Pattern.compile("([a-zA-Z][\\w.-]{0,200})=");

    private Secrets() {}

    /** The text as it may be shown. Of a line that gives a secret setting its value, nothing behind the key is left. */
    public static String masked(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (String line : text.split("(?<=\n)", -1)) {
            shown.append(USER.matcher(line(line)).replaceAll("$1" + MASK + "@"));
        }
        return shown.toString();
    }

    private static String line(String line) {
        Matcher assignment = ASSIGNMENT.matcher(line);
        while (assignment.find()) {
            if (isSecret(assignment.group(1))) {
                String end = line.endsWith("\n") ? "\n" : "";
                return line.substring(0, assignment.end()) + MASK + end;
            }
        }
        return line;
    }

    /** Whether a setting, ours or after {@code kafka.} one of Kafka's, holds a secret. */
    static boolean isSecret(String key) {
        return SettingTable.all().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .map(Setting::secret)
                .orElseGet(() -> SecretKeys.matches(
                        key.startsWith(Settings.KAFKA) ? key.substring(Settings.KAFKA.length()) : key));
    }
}
