package dev.assay.connectors.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.connectors.ConnectJson;
import dev.assay.connectors.PluginVersion;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * Delivers a batch of verdicts. Between attempts it gives the batch back to Connect, which keeps the consumer's membership
 * alive meanwhile and hands the same batch in again; what was delivered is remembered until all of it is.
 */
public final class WebhookSinkTask extends SinkTask {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a record came from, whatever a transform made of it. */
    private record Position(TopicPartition partition, long offset) {
        static Position of(SinkRecord row) {
            return new Position(
                    new TopicPartition(row.originalTopic(), row.originalKafkaPartition()), row.originalKafkaOffset());
        }
    }

    private final Map<Position, Delivery> deliveries = new LinkedHashMap<>();
    private VerdictFilter filter;
    private BodyTemplate template;
    private Lanes lanes;
    private ErrantRecordReporter reporter;
    private long pausedUntil; // System.nanoTime

    @Override
    public String version() {
        return PluginVersion.get();
    }

    @Override
    public void start(Map<String, String> settings) {
        var config = new WebhookSinkConfig(settings);
        filter = VerdictFilter.of(config);
        template = BodyTemplate.of(config);
        lanes = new Lanes(config, new WebhookClient(config, Clock.systemUTC()));
        reporter = context.errantRecordReporter();
        pausedUntil = System.nanoTime();
    }

    @Override
    public void put(Collection<SinkRecord> rows) {
        if (rows.isEmpty()) {
            return;
        }
        for (SinkRecord row : rows) {
            if (!deliveries.containsKey(Position.of(row))) {
                deliveries.put(Position.of(row), new Delivery(row, body(row)));
            }
        }
        if (System.nanoTime() - pausedUntil >= 0) {
            Duration pause = lanes.pass(deliveries.values());
            pausedUntil = System.nanoTime() + pause.toNanos();
            reportRefused();
        }
        if (!deliveries.values().stream().allMatch(Delivery::isDone)) {
            throw comeBack();
        }
        deliveries.clear();
    }

    /** What is posted, or null: a tombstone, or a verdict that the filter holds back. */
    private byte[] body(SinkRecord row) {
        if (row.value() == null) {
            return null;
        }
        try {
            ObjectNode verdict = ConnectJson.verdict(tree(row.value()));
            return filter.accepts(verdict) ? template.fill(verdict) : null;
        } catch (DataException noVerdict) {
            report(row, noVerdict);
            return null;
        }
    }

    private static JsonNode tree(Object value) {
        if (!(value instanceof String json)) {
            return ConnectJson.of(value);
        }
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new DataException("the record is no verdict: it is not valid JSON");
        }
    }

    private void reportRefused() {
        for (Delivery delivery : deliveries.values()) {
            String refusal = delivery.takeRefusal();
            if (refusal != null) {
                report(delivery.row(), new ConnectException("the receiver did not take the verdict: " + refusal));
            }
        }
    }

    private void report(SinkRecord row, ConnectException cause) {
        if (reporter == null) {
            throw new ConnectException(
                    cause.getMessage() + "; to go on without such records, set errors.tolerance=all and"
                            + " errors.deadletterqueue.topic.name",
                    cause);
        }
        var unused = reporter.report(row, cause); // Connect awaits it before it commits
    }

    private RetriableException comeBack() {
        long now = System.nanoTime();
        long wait = deliveries.values().stream()
                .filter(delivery -> !delivery.isDone())
                .mapToLong(delivery -> delivery.dueAt() - now)
                .min()
                .orElse(0);
        context.timeout(TimeUnit.NANOSECONDS.toMillis(Math.max(wait, pausedUntil - now)) + 1);
        List<Delivery> waiting = deliveries.values().stream()
                .filter(delivery -> !delivery.isDone())
                .toList();
        String causes = waiting.stream()
                .map(Delivery::cause)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return new RetriableException(
                waiting.size() + " verdicts wait for another attempt" + (causes.isEmpty() ? "" : ": " + causes));
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        deliveries.keySet().removeIf(position -> partitions.contains(position.partition()));
    }

    @Override
    public void stop() {
        if (lanes != null) {
            lanes.close();
        }
    }
}
