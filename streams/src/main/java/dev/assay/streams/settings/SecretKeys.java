package dev.assay.streams.settings;

import java.util.regex.Pattern;

/** Kafka's own settings that may hold a secret, known by their names. */
final class SecretKeys {
    private static final Pattern NAMES = Pattern.compile(
            "password|secret|token|jaas|credential|key\\.pem|keystore\\.key|user\\.info", Pattern.CASE_INSENSITIVE);

    private SecretKeys() {}

    static boolean matches(String key) {
        return NAMES.matcher(key).find();
    }
}
