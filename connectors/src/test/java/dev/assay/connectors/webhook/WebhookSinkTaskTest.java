package dev.assay.connectors.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.connectors.SinkContext;
import dev.assay.connectors.Verdicts;
import dev.assay.connectors.webhook.Receiver.Reply;
import dev.assay.connectors.webhook.Receiver.Request;
import dev.assay.schemas.Decision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSinkTaskTest {
    private static final Reply OK = new Reply(202, null);

    private final List<String> dead = new ArrayList<>();
    private final SinkContext context = new SinkContext((row, cause) -> {
        dead.add(row.kafkaOffset() + " " + cause.getMessage());
        return CompletableFuture.completedFuture(null);
    });
    private Receiver receiver;
    private WebhookSinkTask task;

    @AfterEach
    void stop() {
        task.stop();
        receiver.close();
    }

    @Test
    void postsWhatWasFlagged() throws IOException {
        start(request -> OK);
        task.put(List.of(
                row(0, "a", Verdicts.struct("s", Decision.FLAGGED)),
                row(1, "a", Verdicts.map("c", Decision.CLEARED)),
                row(2, "a", Verdicts.map("m", Decision.FLAGGED)),
                row(3, "a", Verdicts.json("j", Decision.FLAGGED)),
                row(4, "a", null)));
        assertThat(bodies())
                .containsExactly(
                        Verdicts.json("s", Decision.FLAGGED),
                        Verdicts.json("m", Decision.FLAGGED),
                        Verdicts.json("j", Decision.FLAGGED));
        assertThat(receiver.requests()).extracting(Request::id).containsExactly("v-0-0", "v-0-2", "v-0-3");
        assertThat(receiver.requests().get(0).signature()).isNull();
    }

    @Test
    void signsAndAuthenticates() throws IOException {
        start(request -> OK, "signing.secret", "s3cret", "auth.header", "X-API-KEY", "auth.value", "key");
        task.put(List.of(row(0, "a", Verdicts.map("m", Decision.FLAGGED))));
        Request request = receiver.requests().get(0);
        assertThat(request.key()).isEqualTo("key");
        assertThat(request.signature())
                .isEqualTo(new Signature("s3cret")
                        .of(
                                "v-0-0",
                                Long.parseLong(request.timestamp()),
                                request.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void fillsCoopsItems() throws IOException {
        start(request -> OK, "body", "coop", "coop.type.id", "post");
        task.put(List.of(row(0, "a", Verdicts.map("m", Decision.FLAGGED))));
        JsonNode item =
                new ObjectMapper().readTree(bodies().get(0)).path("items").path(0);
        assertThat(item.path("id").asText()).isEqualTo("m");
        assertThat(item.path("typeId").asText()).isEqualTo("post");
        assertThat(item.path("data").path("decision").asText()).isEqualTo("FLAGGED");
        assertThat(item.path("data").path("p_value").doubleValue()).isEqualTo(0.002);
        assertThat(item.path("data").has("band")).isFalse();
    }

    @Test
    void triesAgainUntilItIsTaken() throws IOException {
        var attempts = new AtomicInteger();
        start(request -> attempts.incrementAndGet() < 4 ? new Reply(503, null) : OK, "retry.backoff.ms", "1");
        List<SinkRecord> rows = List.of(
                row(0, "a", Verdicts.map("1", Decision.FLAGGED)), row(1, "b", Verdicts.map("2", Decision.FLAGGED)));
        putUntilTaken(rows);
        assertThat(receiver.requests()).extracting(Request::id).contains("v-0-0", "v-0-1");
        assertThat(attempts.get()).as("what was taken is not sent again").isEqualTo(5);
        assertThat(dead).isEmpty();
    }

    @Test
    void keepsOrderPerKey() throws IOException {
        Map<String, Integer> seen = new ConcurrentHashMap<>();
        start(
                request -> seen.merge(request.id(), 1, Integer::sum)
                                <= request.id().hashCode() % 3
                        ? new Reply(500, null)
                        : OK,
                "retry.backoff.ms",
                "1",
                "max.in.flight",
                "4");
        List<SinkRecord> rows = IntStream.range(0, 40)
                .mapToObj(i -> row(i, "k" + i % 5, Verdicts.map("e" + i, Decision.FLAGGED)))
                .toList();
        putUntilTaken(rows);
        for (int key = 0; key < 5; key++) {
            int remainder = key;
            List<Integer> order = receiver.requests().stream()
                    .map(request -> Integer.parseInt(request.id().substring("v-0-".length())))
                    .filter(offset -> offset % 5 == remainder)
                    .distinct()
                    .toList();
            assertThat(order).isSorted().hasSize(8);
        }
    }

    @Test
    void keysDoNotWaitForEachOther() throws IOException {
        var both = new CountDownLatch(2);
        start(request -> {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return OK;
        });
        task.put(List.of(
                row(0, "a", Verdicts.map("1", Decision.FLAGGED)), row(1, "b", Verdicts.map("2", Decision.FLAGGED))));
        assertThat(receiver.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "Fri, 31 Dec 2100 23:59:59 GMT"})
    void honoursRetryAfter(String retryAfter) throws IOException {
        start(request -> new Reply(429, retryAfter), "retry.backoff.ms", "1", "retry.after.max.ms", "10000");
        List<SinkRecord> rows = List.of(row(0, "a", Verdicts.map("1", Decision.FLAGGED)));
        assertThatThrownBy(() -> task.put(rows))
                .isInstanceOf(RetriableException.class)
                .hasMessage("1 verdicts wait for another attempt: HTTP status 429");
        assertThat(context.timeout()).isBetween(5000L, 10_001L);
        assertThatThrownBy(() -> task.put(rows)).isInstanceOf(RetriableException.class);
        assertThat(receiver.requests()).as("not asked again before").hasSize(1);
    }

    @Test
    void sendsWhatIsRefusedToTheDeadLetters() throws IOException {
        start(
                request -> request.body().contains("\"bad\"")
                        ? new Reply(400, null)
                        : request.body().contains("\"down\"") ? new Reply(500, null) : OK,
                "max.retries",
                "2",
                "retry.backoff.ms",
                "1");
        putUntilTaken(List.of(
                row(0, "a", Verdicts.map("bad", Decision.FLAGGED)),
                row(1, "a", Verdicts.map("good", Decision.FLAGGED)),
                row(2, "b", Verdicts.map("down", Decision.FLAGGED)),
                row(3, "c", Map.of("text", "secret"))));
        assertThat(dead)
                .containsExactlyInAnyOrder(
                        "0 the receiver did not take the verdict: HTTP status 400",
                        "2 the receiver did not take the verdict: HTTP status 500, 3 times",
                        "3 the record is no verdict: it has no field questions");
        assertThat(receiver.requests()).extracting(Request::id).contains("v-0-1");
    }

    /** Dead letters would be all verdicts until somebody looks. */
    @ParameterizedTest
    @CsvSource({"308, url", "401, auth.value", "403, auth.value", "404, url", "410, url"})
    void stopsWhereAddressOrCredentialsAreWrong(int status, String option) throws IOException {
        start(request -> new Reply(status, null), "auth.header", "X-API-KEY", "auth.value", "s3cret");
        List<SinkRecord> rows = List.of(
                row(0, "a", Verdicts.map("1", Decision.FLAGGED)), row(1, "a", Verdicts.map("2", Decision.FLAGGED)));
        assertThatThrownBy(() -> task.put(rows))
                .isInstanceOf(ConnectException.class)
                .isNotInstanceOf(RetriableException.class)
                .hasMessageContaining("HTTP status " + status)
                .hasMessageContaining("mend " + option)
                .hasMessageNotContaining("s3cret");
        assertThat(dead).isEmpty();
        assertThat(receiver.requests()).as("no redirect is followed").hasSize(1);
    }

    @Test
    void aTaskAfterACrashRepeatsUnderTheSameId() throws IOException {
        start(request -> OK);
        List<SinkRecord> rows = List.of(new SinkRecord(
                "assay.verdicts",
                2,
                null,
                "a",
                null,
                Verdicts.map("1", Decision.FLAGGED),
                7,
                1_714_979_289_000L,
                TimestampType.CREATE_TIME));
        task.put(rows);
        var second = new WebhookSinkTask();
        second.initialize(context);
        second.start(Map.of("url", receiver.url()));
        second.put(rows);
        second.stop();
        assertThat(receiver.requests())
                .extracting(Request::id)
                .containsExactly("assay_verdicts-2-7-1714979289000", "assay_verdicts-2-7-1714979289000");
    }

    @Test
    void stopsWhereThereAreNoDeadLetters() throws IOException {
        receiver = new Receiver(request -> new Reply(422, null));
        task = new WebhookSinkTask();
        task.initialize(new SinkContext(null));
        task.start(Map.of("url", receiver.url()));
        List<SinkRecord> rows = List.of(row(0, "a", Verdicts.map("1", Decision.FLAGGED)));
        assertThatThrownBy(() -> task.put(rows))
                .isInstanceOf(ConnectException.class)
                .isNotInstanceOf(RetriableException.class)
                .hasMessageContaining("HTTP status 422")
                .hasMessageContaining("errors.deadletterqueue.topic.name");
    }

    @Test
    void triesAgainWhereNobodyAnswers() throws IOException {
        var hold = new CountDownLatch(1);
        start(
                request -> {
                    try {
                        hold.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return OK;
                },
                "request.timeout.ms",
                "50",
                "retry.backoff.ms",
                "1",
                "max.retries",
                "1");
        putUntilTaken(List.of(row(0, "a", Verdicts.map("1", Decision.FLAGGED))));
        assertThat(dead).containsExactly("0 the receiver did not take the verdict: no answer in time, 2 times");
        hold.countDown();
    }

    private void start(Function<Request, Reply> answer, String... more) throws IOException {
        receiver = new Receiver(answer);
        var settings = new HashMap<String, String>(Map.of("url", receiver.url()));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        task = new WebhookSinkTask();
        task.initialize(context);
        task.start(settings);
    }

    /** As Connect does after a retriable exception. */
    private void putUntilTaken(List<SinkRecord> rows) {
        Awaitility.await().until(() -> {
            try {
                task.put(rows);
                return true;
            } catch (RetriableException again) {
                return false;
            }
        });
    }

    private List<String> bodies() {
        return receiver.requests().stream().map(Request::body).toList();
    }

    private static SinkRecord row(long offset, String key, Object value) {
        return new SinkRecord("v", 0, null, key, null, value, offset);
    }
}
