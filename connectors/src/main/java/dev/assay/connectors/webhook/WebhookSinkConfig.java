package dev.assay.connectors.webhook;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidList;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** The options of {@link WebhookSinkConnector}. */
final class WebhookSinkConfig extends AbstractConfig {
    static final String URL = "url";
    static final String DECISIONS = "decisions";
    static final String QUESTIONS = "questions";
    static final String SHADOW = "include.shadow";
    static final String BODY = "body";
    static final String TEMPLATE = "body.template";
    static final String COOP_TYPE = "coop.type.id";
    static final String COOP_DATA = "coop.data";
    static final String AUTH_HEADER = "auth.header";
    static final String AUTH_VALUE = "auth.value";
    static final String SECRET = "signing.secret";
    static final String IN_FLIGHT = "max.in.flight";
    static final String CONNECT_TIMEOUT = "connect.timeout.ms";
    static final String REQUEST_TIMEOUT = "request.timeout.ms";
    static final String RETRIES = "max.retries";
    static final String BACKOFF = "retry.backoff.ms";
    static final String MAX_BACKOFF = "retry.backoff.max.ms";
    static final String MAX_RETRY_AFTER = "retry.after.max.ms";

    static final String VERDICT_BODY = "verdict";
    static final String COOP_BODY = "coop";
    static final String TEMPLATE_BODY = "template";

    private static final String COOP_DATA_DEFAULT =
            "{\"source\":\"${source}\",\"decision\":\"${questions.machine.decision}\","
                    + "\"p_value\":\"${questions.machine.p_value}\",\"band\":\"${questions.machine.band}\","
                    + "\"detector\":\"${questions.machine.detector}\",\"text_sha256\":\"${text.sha256}\","
                    + "\"created_at\":\"${created_at}\"}";

    private static final Map<String, Set<String>> ANSWERS = Map.of(
            "MACHINE", Set.of("FLAGGED", "CLEARED", "ABSTAINED"),
            "MEMBERSHIP", Set.of("FAMILIAR", "UNREMARKABLE", "ABSTAINED"));

    static final ConfigDef DEFINITION = sending(bodies(choice(new ConfigDef())));

    WebhookSinkConfig(Map<String, String> settings) {
        super(DEFINITION, settings, false);
        conflict().ifPresent(conflict -> {
            throw new ConfigException(conflict.getKey(), null, conflict.getValue());
        });
    }

    private static ConfigDef choice(ConfigDef definition) {
        return definition
                .define(
                        URL,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        LambdaValidator.with(WebhookSinkConfig::checkUrl, () -> "an http or https address"),
                        Importance.HIGH,
                        "Where each verdict is posted.")
                .define(
                        DECISIONS,
                        ConfigDef.Type.LIST,
                        List.of("FLAGGED"),
                        ValidList.in(false, "FLAGGED", "CLEARED", "ABSTAINED", "FAMILIAR", "UNREMARKABLE"),
                        Importance.HIGH,
                        "Which decisions are sent; FAMILIAR and UNREMARKABLE are on MEMBERSHIP.")
                .define(
                        QUESTIONS,
                        ConfigDef.Type.LIST,
                        List.of("MACHINE"),
                        ValidList.in(false, "MACHINE", "MEMBERSHIP"),
                        Importance.HIGH,
                        "Whose decisions count; a verdict is sent once if one of them fits.")
                .define(
                        SHADOW,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.LOW,
                        "Whether verdicts are sent that were made for comparison only.");
    }

    private static ConfigDef bodies(ConfigDef definition) {
        return definition
                .define(
                        BODY,
                        ConfigDef.Type.STRING,
                        VERDICT_BODY,
                        ValidString.in(VERDICT_BODY, COOP_BODY, TEMPLATE_BODY),
                        Importance.HIGH,
                        "What is posted: the verdict as `assay score` prints it; an item for ROOST Coop's `items/async`; or"
                                + " `body.template`.")
                .define(
                        TEMPLATE,
                        ConfigDef.Type.STRING,
                        null,
                        LambdaValidator.with(WebhookSinkConfig::checkTemplate, () -> "JSON"),
                        Importance.MEDIUM,
                        "JSON in which `${questions.machine.decision}` and the like stand for what the verdict has there,"
                                + " `${.}` for all of it; what it does not have is left out.")
                .define(
                        COOP_TYPE,
                        ConfigDef.Type.STRING,
                        null,
                        Importance.MEDIUM,
                        "For `coop`: id of the item type, from Coop's dashboard.")
                .define(
                        COOP_DATA,
                        ConfigDef.Type.STRING,
                        COOP_DATA_DEFAULT,
                        LambdaValidator.with(WebhookSinkConfig::checkTemplate, () -> "a JSON object"),
                        Importance.MEDIUM,
                        "For `coop`: the item's data, a template with the fields of the item type.");
    }

    private static ConfigDef sending(ConfigDef definition) {
        return retrying(definition
                .define(
                        AUTH_HEADER,
                        ConfigDef.Type.STRING,
                        null,
                        LambdaValidator.with(WebhookSinkConfig::checkHeader, () -> "a header that may be set"),
                        Importance.MEDIUM,
                        "Header for a key, such as `X-API-KEY`.")
                .define(
                        AUTH_VALUE,
                        ConfigDef.Type.PASSWORD,
                        null,
                        LambdaValidator.with(WebhookSinkConfig::checkHeaderValue, () -> "one line"),
                        Importance.MEDIUM,
                        "What that header holds.")
                .define(
                        SECRET,
                        ConfigDef.Type.PASSWORD,
                        null,
                        LambdaValidator.with(WebhookSinkConfig::checkSecret, () -> "text, or whsec_ and Base64"),
                        Importance.MEDIUM,
                        "Signs each request with HMAC-SHA256 (Standard Webhooks); text, or `whsec_` and Base64. Unset: none.")
                .define(
                        IN_FLIGHT,
                        ConfigDef.Type.INT,
                        8,
                        Range.between(1, 256),
                        Importance.MEDIUM,
                        "Requests at the same time; of one record key always one.")
                .define(
                        CONNECT_TIMEOUT,
                        ConfigDef.Type.INT,
                        3000,
                        Range.between(1, 60_000),
                        Importance.LOW,
                        "Longest wait for a connection, ms.")
                .define(
                        REQUEST_TIMEOUT,
                        ConfigDef.Type.INT,
                        10_000,
                        Range.between(1, 120_000),
                        Importance.LOW,
                        "Longest wait for a complete answer, ms."));
    }

    private static ConfigDef retrying(ConfigDef definition) {
        return definition
                .define(
                        RETRIES,
                        ConfigDef.Type.INT,
                        10,
                        Range.between(0, 1_000_000),
                        Importance.MEDIUM,
                        "Further attempts after time-outs, broken connections and answers 408, 425, 429 and 5xx.")
                .define(
                        BACKOFF,
                        ConfigDef.Type.INT,
                        500,
                        Range.between(1, 3_600_000),
                        Importance.LOW,
                        "Wait before the first of them, doubled for each further one; half of it is jitter. ms.")
                .define(
                        MAX_BACKOFF,
                        ConfigDef.Type.INT,
                        60_000,
                        Range.between(1, 3_600_000),
                        Importance.LOW,
                        "Where that doubling ends, ms.")
                .define(
                        MAX_RETRY_AFTER,
                        ConfigDef.Type.LONG,
                        3_600_000L,
                        Range.between(0, 86_400_000),
                        Importance.LOW,
                        "Longest wait that a `Retry-After` header may ask for, ms.");
    }

    /** An option that another one makes necessary, and what to do. */
    private Optional<Map.Entry<String, String>> conflict() {
        if (getString(BODY).equals(COOP_BODY) && getString(COOP_TYPE) == null) {
            return Optional.of(Map.entry(COOP_TYPE, "body=coop needs the id of the item type"));
        }
        if (getString(BODY).equals(TEMPLATE_BODY) && getString(TEMPLATE) == null) {
            return Optional.of(Map.entry(TEMPLATE, "body=template needs it"));
        }
        if ((getString(AUTH_HEADER) == null) != (getPassword(AUTH_VALUE) == null)) {
            return Optional.of(Map.entry(AUTH_HEADER, "give both auth.header and auth.value, or neither"));
        }
        boolean possible = getList(QUESTIONS).stream()
                .anyMatch(question -> getList(DECISIONS).stream().anyMatch(ANSWERS.get(question)::contains));
        return possible
                ? Optional.empty()
                : Optional.of(Map.entry(DECISIONS, "none of them is a decision on " + getList(QUESTIONS)));
    }

    URI url() {
        return URI.create(getString(URL));
    }

    Optional<String> secret(String option) {
        return Optional.ofNullable(getPassword(option)).map(Password::value);
    }

    private static void checkUrl(String option, Object value) {
        try {
            URI url = URI.create(String.valueOf(value));
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (http && url.getHost() != null && url.getUserInfo() == null) {
                return;
            }
        } catch (IllegalArgumentException malformed) {
            throw new ConfigException(option + " is no address: write http:// or https://, a host and a path");
        }
        throw new ConfigException(option
                + " must be an http or https address with a host, and no user or password: use auth.header for these");
    }

    private static void checkHeader(String option, Object value) {
        if (value != null && !isHeader(value.toString(), "")) {
            throw new ConfigException(option, value, "use a name such as X-API-KEY or Authorization");
        }
    }

    private static void checkHeaderValue(String option, Object value) {
        if (value != null && !isHeader("X-API-KEY", ((Password) value).value())) {
            throw new ConfigException(option + " holds what no header can, such as a line break at its end");
        }
    }

    private static boolean isHeader(String name, String value) {
        try {
            HttpRequest.newBuilder().header(name, value);
            return true;
        } catch (IllegalArgumentException restricted) {
            return false; // its message quotes the value
        }
    }

    private static void checkSecret(String option, Object value) {
        try {
            if (value != null) {
                new Signature(((Password) value).value());
            }
        } catch (IllegalArgumentException unusable) {
            throw new ConfigException(option + " must not be empty, and after whsec_ it must be Base64");
        }
    }

    private static void checkTemplate(String option, Object value) {
        try {
            if (value != null) {
                BodyTemplate.parse(value.toString());
            }
        } catch (IllegalArgumentException malformed) {
            throw new ConfigException(option, value, malformed.getMessage());
        }
    }
}
