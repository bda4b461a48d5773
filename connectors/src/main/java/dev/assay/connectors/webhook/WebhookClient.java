package dev.assay.connectors.webhook;

import dev.assay.connectors.PluginVersion;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Posts bodies and says what the answers mean. It follows no redirects, which would take key and verdict elsewhere, and reads
 * no answers.
 */
final class WebhookClient {
    private static final Set<Integer> LATER = Set.of(408, 425, 429);
    private static final Set<Integer> CREDENTIALS = Set.of(401, 403, 407);
    private static final Set<Integer> ADDRESS = Set.of(404, 405, 410);

    private final WebhookSinkConfig config;
    private final Clock clock;
    private final HttpClient http;
    private final Optional<Signature> signature;

    WebhookClient(WebhookSinkConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.signature = config.secret(WebhookSinkConfig.SECRET).map(Signature::new);
        this.http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(Duration.ofMillis(config.getInt(WebhookSinkConfig.CONNECT_TIMEOUT)))
                .build();
    }

    /**
     * One attempt.
     *
     * @param id the same for every attempt, by which the receiver can tell repetitions
     * @throws ConnectException where no verdict would be taken: address or credentials are wrong
     */
    Answer post(String id, byte[] body) throws InterruptedException {
        CompletableFuture<HttpResponse<Void>> sent = http.sendAsync(request(id, body), BodyHandlers.discarding());
        try {
            return meaning(sent.get(config.getInt(WebhookSinkConfig.REQUEST_TIMEOUT), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return new Answer.Later("no answer in time", Duration.ZERO);
        } catch (ExecutionException broken) {
            String kind = broken.getCause().getClass().getSimpleName();
            return new Answer.Later("no connection (" + kind + ")", Duration.ZERO);
        } finally {
            sent.cancel(true);
        }
    }

    private HttpRequest request(String id, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(config.url())
                .header("Content-Type", "application/json")
                .header("User-Agent", "assay-connectors/" + PluginVersion.get())
                .header(Signature.ID, id)
                .POST(BodyPublishers.ofByteArray(body));
        config.secret(WebhookSinkConfig.AUTH_VALUE)
                .ifPresent(value -> request.header(config.getString(WebhookSinkConfig.AUTH_HEADER), value));
        signature.ifPresent(signer -> {
            long seconds = clock.instant().getEpochSecond();
            request.header(Signature.TIMESTAMP, Long.toString(seconds))
                    .header(Signature.HEADER, signer.of(id, seconds, body));
        });
        return request.build();
    }

    private Answer meaning(HttpResponse<?> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Answer.Accepted();
        }
        String cause = "HTTP status " + status;
        if (status / 100 == 5 || LATER.contains(status)) {
            Duration asked = response.headers()
                    .firstValue("Retry-After")
                    .map(this::pause)
                    .orElse(Duration.ZERO);
            return new Answer.Later(cause, asked);
        }
        if (status / 100 == 3) {
            throw unusable(cause + ", a redirect; mend url");
        }
        if (CREDENTIALS.contains(status)) {
            throw unusable(cause + "; mend auth.value or signing.secret");
        }
        if (ADDRESS.contains(status)) {
            throw unusable(cause + "; mend url");
        }
        return new Answer.Refused(cause);
    }

    /** It is not the verdict's fault: dead letters would be all verdicts until somebody looks. */
    private static ConnectException unusable(String cause) {
        return new ConnectException("the receiver takes no verdicts: " + cause + " and restart the task");
    }

    /** Seconds or a date; nothing where it is neither. */
    private Duration pause(String header) {
        Duration most = Duration.ofMillis(config.getLong(WebhookSinkConfig.MAX_RETRY_AFTER));
        try {
            Duration asked = header.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(
                            clock.instant(),
                            Instant.from(ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)));
            return asked.isNegative() ? Duration.ZERO : asked.compareTo(most) > 0 ? most : asked;
        } catch (DateTimeException neither) {
            return Duration.ZERO;
        }
    }
}
