package dev.assay.schemas.registry;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach a registry, in the names that Confluent's serdes use, so that a client's existing settings work.
 *
 * @param endpoints base addresses, tried in this order; empty for {@code mock://}
 * @param mockName name of the in-process registry of {@code mock://NAME}
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for an answer
 * @param rounds how often all addresses are tried before giving up, at least 1
 * @param pause wait before the second round; doubled for each further one
 * @param longestPause where that doubling ends
 * @param autoRegister whether writing may register a schema; otherwise it must be there
 * @param useLatest whether to write in the subject's newest version rather than in the program's own
 */
public record RegistrySettings(
        List<Endpoint> endpoints,
        Optional<String> mockName,
        Duration connectTimeout,
        Duration readTimeout,
        int rounds,
        Duration pause,
        Duration longestPause,
        boolean autoRegister,
        boolean useLatest) {
    /** Comma-separated addresses, or {@code mock://NAME}. */
    public static final String URL = "schema.registry.url";

    /** Whether writing may register a schema; false unless set. */
    public static final String AUTO_REGISTER = "auto.register.schemas";

    /** Whether to write in the newest registered version; false unless set. */
    public static final String USE_LATEST = "use.latest.version";

    private static final String MOCK = "mock://";

    public RegistrySettings {
        endpoints = List.copyOf(endpoints);
    }

    /** Reads the settings of a Kafka client; keys it does not know are left alone. */
    public static RegistrySettings from(Map<String, ?> config) {
        var values = new SettingValues(config);
        String url = values.text(URL)
                .orElseThrow(() -> new IllegalArgumentException("setting " + URL
                        + " is missing: give the registry's address, or mock://NAME for one inside this process"));
        List<String> addresses = Arrays.stream(url.split(","))
                .map(String::strip)
                .filter(a -> !a.isEmpty())
                .toList();
        Optional<String> mock = addresses.stream()
                .filter(address -> address.startsWith(MOCK))
                .map(address -> address.substring(MOCK.length()))
                .findFirst();
        Credentials credentials = mock.isPresent() ? Credentials.NONE : Credentials.from(values);
        return new RegistrySettings(
                mock.isPresent()
                        ? List.of()
                        : addresses.stream()
                                .map(address -> Endpoint.of(address, credentials))
                                .toList(),
                mock,
                values.millis("http.connect.timeout.ms", 3_000),
                values.millis("http.read.timeout.ms", 10_000),
                1 + values.number("max.retries", 3),
                values.millis("retries.wait.ms", 200),
                values.millis("retries.max.wait.ms", 5_000),
                values.flag(AUTO_REGISTER, false),
                values.flag(USE_LATEST, false));
    }

    /** Where the schemas are, for messages; without credentials. */
    public String place() {
        return mockName.map(name -> MOCK + name).orElseGet(() -> endpoints.toString());
    }
}
