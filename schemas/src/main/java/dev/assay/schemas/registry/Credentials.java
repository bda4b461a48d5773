package dev.assay.schemas.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The value of the Authorization header for every address, unless an address carries its own user. */
record Credentials(Optional<String> authorization) {
    static final Credentials NONE = new Credentials(Optional.empty());

    static Credentials from(SettingValues values) {
        Optional<String> bearer = token(values);
        return new Credentials(bearer.isPresent() ? bearer : basic(values));
    }

    static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> token(SettingValues values) {
        Optional<String> source = values.text("bearer.auth.credentials.source");
        Optional<String> token = values.text("bearer.auth.token");
        if (source.isPresent() && !source.get().equalsIgnoreCase("STATIC_TOKEN")) {
            throw new IllegalArgumentException("setting bearer.auth.credentials.source must be STATIC_TOKEN; for others"
                    + " put Confluent's serdes on the class path");
        }
        if (source.isPresent() && token.isEmpty()) {
            throw missing("bearer.auth.token", "bearer.auth.credentials.source=STATIC_TOKEN");
        }
        return token.map(value -> "Bearer " + value);
    }

    private static Optional<String> basic(SettingValues values) {
        String source = values.text("basic.auth.credentials.source").orElse("");
        Optional<String> user = values.text("basic.auth.user.info");
        if (source.equalsIgnoreCase("URL")) {
            return Optional.empty();
        }
        if (!source.isEmpty() && !source.equalsIgnoreCase("USER_INFO")) {
            throw new IllegalArgumentException("setting basic.auth.credentials.source must be URL or USER_INFO");
        }
        if (!source.isEmpty() && user.isEmpty()) {
            throw missing("basic.auth.user.info", "basic.auth.credentials.source=USER_INFO");
        }
        return user.map(Credentials::basic);
    }

    private static IllegalArgumentException missing(String key, String because) {
        return new IllegalArgumentException("setting " + key + " is missing, and " + because + " needs it");
    }

    /** Says whether there are credentials, never which. */
    @Override
    public String toString() {
        return authorization.isPresent() ? "credentials" : "no credentials";
    }
}
