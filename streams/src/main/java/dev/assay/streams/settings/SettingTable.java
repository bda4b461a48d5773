package dev.assay.streams.settings;

import static dev.assay.streams.settings.Range.any;
import static dev.assay.streams.settings.Range.atLeast;
import static dev.assay.streams.settings.Range.between;
import static dev.assay.streams.settings.Range.notEmpty;
import static dev.assay.streams.settings.Setting.secret;
import static dev.assay.streams.settings.Setting.setting;

import dev.assay.detectors.AssessorSettings;
import java.util.List;

/** Every setting of Assay: key, kind, default, range and what it does. */
@SuppressWarnings("MissingJavadoc") // each row says itself what it is
public final class SettingTable {
    private static final AssessorSettings SCORING = AssessorSettings.defaults();

    // Kafka
    public static final Setting<String> BOOTSTRAP_SERVERS = setting(
            "bootstrap.servers",
            Kind.TEXT,
            "localhost:9092",
            notEmpty(),
            "Brokers to start from, host:port, comma separated.");
    public static final Setting<String> APPLICATION_ID = setting(
            "application.id",
            Kind.TEXT,
            "",
            any(),
            "Name of the consumer group, internal topics and state; empty: the prefix with `-detection`, such as `assay-detection`.");
    public static final Setting<String> TOPIC_PREFIX =
            setting("topic.prefix", Kind.TEXT, "assay.", any(), "Put before the name of every topic.");
    public static final Setting<Integer> TOPIC_PARTITIONS = setting(
            "topic.partitions",
            Kind.INTEGER,
            0,
            between(0, 10_000),
            "Partitions of topics that are created; 0: the number each topic has by design.");
    public static final Setting<Integer> TOPIC_REPLICATION = setting(
            "topic.replication",
            Kind.INTEGER,
            0,
            between(0, 15),
            "Replicas of topics that are created; 0: the broker's default.");
    public static final Setting<String> STATE_DIR = setting(
            "state.dir",
            Kind.TEXT,
            "",
            any(),
            "Folder of the pending store, kept over restarts; empty: `state` in the cache folder.");
    public static final Setting<Integer> STREAM_THREADS =
            setting("stream.threads", Kind.INTEGER, 1, between(1, 64), "Stream threads, which read, order and write.");
    public static final Setting<String> GROUP_PROTOCOL = setting(
            "group.protocol",
            Kind.choice("classic", "auto", "streams"),
            "classic",
            any(),
            "Rebalance protocol; auto: what the group's members speak already, else `classic`.");

    // Formats
    public static final Setting<String> INPUT_FORMAT = setting(
            "input.format", Kind.choice("auto", "avro", "json", "text"), "auto", any(), "How events are encoded.");
    public static final Setting<String> OUTPUT_FORMAT = setting(
            "output.format",
            Kind.choice("auto", "avro", "json"),
            "auto",
            any(),
            "How verdicts are encoded; auto: Avro where a schema registry is set, else JSON.");
    public static final Setting<String> REGISTRY_URL = setting(
            "schema.registry.url",
            Kind.TEXT,
            "",
            any(),
            "Schema registries, comma separated, or mock://NAME for one inside the process; empty: none, so no Avro.");
    public static final Setting<Boolean> REGISTRY_AUTO_REGISTER = setting(
            "schema.registry.auto.register",
            Kind.SWITCH,
            false,
            any(),
            "Whether writing registers the schema of verdicts where it is missing; else `assay schemas register` does.");
    public static final Setting<String> REGISTRY_USER =
            secret("schema.registry.user.info", "`user:password` for the schema registry.");
    public static final Setting<String> REGISTRY_TOKEN =
            secret("schema.registry.bearer.token", "Bearer token for the schema registry.");
    public static final Setting<Integer> EVENT_MAX_BYTES = setting(
            "event.max.bytes",
            Kind.INTEGER,
            1 << 20,
            between(1 << 10, 1 << 28),
            "Larger events go to the dead letters.");

    // Metrics
    public static final Setting<Boolean> METRICS_TOPIC = setting(
            "metrics.topic",
            Kind.SWITCH,
            true,
            any(),
            "Whether verdicts are counted by the minute into the topic of metrics.");

    // Scoring
    public static final Setting<String> MODEL = setting(
            "model",
            Kind.TEXT,
            "default",
            notEmpty(),
            "The model: `default` (the one pulled; of two precisions the one for this kind of CPU), "
                    + "a bundle's name, its id, the id's beginning, or a folder.");
    public static final Setting<List<String>> DETECTORS =
            setting("detectors", Kind.LIST, List.of(), any(), "Detectors to compute; empty: all that need no samples.");
    public static final Setting<String> DECIDING_DETECTOR = setting(
            "deciding.detector",
            Kind.TEXT,
            SCORING.decidingDetector(),
            notEmpty(),
            "The one detector that decides whether a machine wrote it; `auto`: `assay-1` where the model has a fit, else `bits-per-byte`.");
    public static final Setting<String> MEMBERSHIP_DETECTOR = setting(
            "membership.detector",
            Kind.TEXT,
            SCORING.membershipDetector(),
            notEmpty(),
            "The one detector that says how familiar a text is.");
    public static final Setting<Double> TARGET_FPR = setting(
            "target.fpr",
            Kind.NUMBER,
            SCORING.targetFpr(),
            between(0.0001, 0.5),
            "Rate of human texts that may be flagged.");
    public static final Setting<Integer> MIN_TOKENS = setting(
            "min.tokens",
            Kind.INTEGER,
            SCORING.minTokens(),
            between(16, 8192),
            "Fewer scored tokens abstain as TOO_SHORT.");
    public static final Setting<Integer> MAX_TOKENS = setting(
            "max.tokens", Kind.INTEGER, SCORING.maxTokens(), between(64, 131_072), "More tokens abstain as TOO_LONG.");
    public static final Setting<Integer> WINDOW = setting(
            "window",
            Kind.INTEGER,
            1024,
            between(64, 8192),
            "Tokens the model sees at once; at most the model's context.");
    public static final Setting<Double> MAX_ALTERED_SHARE = setting(
            "max.altered.share",
            Kind.NUMBER,
            SCORING.maxAlteredShare(),
            between(0.0, 1.0),
            "Larger shares of altered characters abstain as ALTERED.");
    public static final Setting<List<String>> LANGUAGES = setting(
            "languages",
            Kind.LIST,
            List.copyOf(SCORING.languages()),
            any(),
            "Languages that are judged, ISO 639-1; others abstain.");
    public static final Setting<List<String>> CALIBRATIONS = setting(
            "calibrations",
            Kind.LIST,
            List.of(),
            any(),
            "Calibrations to use, ids or files; empty: all that ship for the model or are published; `none`: none.");
    public static final Setting<String> FIT = setting(
            "fit",
            Kind.TEXT,
            SCORING.fit(),
            any(),
            "Learned numbers to use, id or file; empty: the model's own or those that ship for it; `none`: none.");

    // Engine
    public static final Setting<Integer> ENGINE_WORKERS = setting(
            "engine.workers",
            Kind.INTEGER,
            0,
            between(0, 256),
            "Texts scored at the same time; 0: as many as there are cores.");
    public static final Setting<Integer> ENGINE_THREADS =
            setting("engine.threads", Kind.INTEGER, 1, between(1, 64), "Threads of the model on one text.");
    public static final Setting<Integer> TEXT_TIMEOUT = setting(
            "text.timeout.seconds",
            Kind.INTEGER,
            600,
            between(1, 86_400),
            "Seconds that one text may be at work; then it is a dead letter.");
    public static final Setting<Integer> PENDING_CAPACITY = setting(
            "pending.capacity",
            Kind.INTEGER,
            64,
            between(1, 65_536),
            "Events of one task that may wait for their scores.");
    public static final Setting<Long> PENDING_BYTES = setting(
            "pending.bytes",
            Kind.LONG,
            64L << 20,
            atLeast(1L << 20),
            "Bytes of events that may wait in the whole process.");

    // HTTP
    public static final Setting<String> HTTP_HOST = setting(
            "http.host",
            Kind.TEXT,
            "127.0.0.1",
            notEmpty(),
            "Address of health and metrics; 0.0.0.0 opens them to the network.");
    public static final Setting<Integer> HTTP_PORT =
            setting("http.port", Kind.INTEGER, 8080, between(0, 65_535), "Port of health and metrics; 0: a free one.");

    private SettingTable() {}

    /** All settings, in the order of documentation. */
    public static List<Setting<?>> all() {
        return List.of(
                BOOTSTRAP_SERVERS,
                APPLICATION_ID,
                TOPIC_PREFIX,
                TOPIC_PARTITIONS,
                TOPIC_REPLICATION,
                STATE_DIR,
                STREAM_THREADS,
                GROUP_PROTOCOL,
                INPUT_FORMAT,
                OUTPUT_FORMAT,
                REGISTRY_URL,
                REGISTRY_AUTO_REGISTER,
                REGISTRY_USER,
                REGISTRY_TOKEN,
                EVENT_MAX_BYTES,
                METRICS_TOPIC,
                MODEL,
                DETECTORS,
                DECIDING_DETECTOR,
                MEMBERSHIP_DETECTOR,
                TARGET_FPR,
                MIN_TOKENS,
                MAX_TOKENS,
                WINDOW,
                MAX_ALTERED_SHARE,
                LANGUAGES,
                CALIBRATIONS,
                FIT,
                ENGINE_WORKERS,
                ENGINE_THREADS,
                TEXT_TIMEOUT,
                PENDING_CAPACITY,
                PENDING_BYTES,
                HTTP_HOST,
                HTTP_PORT);
    }
}
