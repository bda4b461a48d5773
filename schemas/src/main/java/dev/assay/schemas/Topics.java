package dev.assay.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The seven topics that Assay reads and writes; every name begins with one prefix from the settings. */
public final class Topics {
    /** The prefix unless settings say otherwise. */
    public static final String DEFAULT_PREFIX = "assay.";

    /** Largest event that is scored, in bytes of the record value; a larger one is a dead letter. */
    public static final int DEFAULT_EVENT_LIMIT = 1 << 20;

    /** Room beside an event's bytes for its key, headers and a verdict's framing, in bytes. */
    public static final int RECORD_OVERHEAD = 64 << 10;

    /** Largest record of a calibration, in bytes: what managed brokers allow a topic, too. */
    public static final int CALIBRATION_LIMIT = 8 << 20;

    // Kafka's own limit is 249 characters; the longest of our names needs 15 of them.
    private static final Pattern PREFIX = Pattern.compile("[a-zA-Z0-9._-]{0,200}");

    private final String prefix;
    private final int eventLimit;

    /** Topics under the default prefix, for events up to the default limit. */
    public Topics() {
        this(DEFAULT_PREFIX, DEFAULT_EVENT_LIMIT);
    }

    /** Topics under a prefix, for events up to the default limit. */
    public Topics(String prefix) {
        this(prefix, DEFAULT_EVENT_LIMIT);
    }

    /**
     * @param prefix what every name begins with, its separator included
     * @param eventLimit largest event, in bytes
     */
    public Topics(String prefix, int eventLimit) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("topic prefix '" + prefix
                    + "' is not a topic name: use at most 200 letters, digits, dots, underscores and hyphens");
        }
        this.prefix = prefix;
        this.eventLimit = eventLimit;
    }

    /** What every name begins with. */
    public String prefix() {
        return prefix;
    }

    /** Texts to be judged. */
    public Topic textEvents() {
        return stream("text-events", "source (author, channel, feed)", "TextEvent", "platforms, connectors", days(7));
    }

    /** What was decided. */
    public Topic verdicts() {
        return stream("verdicts", "same key as the event", "Verdict", "detection topology", fromArrival(days(30)));
    }

    /** Running evidence per source. */
    public Topic sourceEvidence() {
        return new Topic(
                prefix + "source-evidence",
                "source × model",
                "SourceEvidence",
                "evidence topology",
                "compact",
                6,
                Map.of());
    }

    /** Counts and quantiles per window. */
    public Topic metrics() {
        return new Topic(
                prefix + "metrics",
                "window × dimension",
                "Metrics",
                "metrics topology",
                "delete",
                1,
                fromArrival(days(30)));
    }

    /** What moderators decided. */
    public Topic feedback() {
        return stream("feedback", "event id", "Feedback", "moderation tools", days(30));
    }

    /** Reference scores, read by every instance. */
    public Topic calibrations() {
        return new Topic(
                prefix + "calibrations",
                "the calibration's id",
                "calibration file (JSON)",
                "assay calibrations publish",
                "compact",
                1,
                Map.of("max.message.bytes", Integer.toString(CALIBRATION_LIMIT)));
    }

    /** Records that could not be judged, as they came. */
    public Topic deadLetters() {
        return stream(
                "dead-letters", "original key bytes", "original value bytes", "every topology", fromArrival(days(14)));
    }

    /** All of them, in the order of the path. */
    public List<Topic> all() {
        return List.of(
                textEvents(), verdicts(), sourceEvidence(), metrics(), feedback(), calibrations(), deadLetters());
    }

    /** The topic of that name, with or without prefix. */
    public Optional<Topic> find(String name) {
        return all().stream()
                .filter(topic -> topic.name().equals(name) || topic.name().equals(prefix + name))
                .findFirst();
    }

    private Topic stream(String name, String key, String value, String writer, Map<String, String> retention) {
        var config = new java.util.TreeMap<>(retention);
        config.put("max.message.bytes", Integer.toString(Math.addExact(eventLimit, RECORD_OVERHEAD)));
        return new Topic(prefix + name, key, value, writer, "delete", 6, config);
    }

    /**
     * Records count as of their arrival. What is written of an event has the event's time, so that a topic would drop the verdict on a text
     * of last year at once, and refuse that on one of tomorrow.
     */
    private static Map<String, String> fromArrival(Map<String, String> config) {
        var all = new java.util.TreeMap<>(config);
        all.put("message.timestamp.type", "LogAppendTime");
        return all;
    }

    private static Map<String, String> days(int days) {
        return Map.of("retention.ms", Long.toString(Duration.ofDays(days).toMillis()));
    }
}
