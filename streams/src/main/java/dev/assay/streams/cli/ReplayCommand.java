package dev.assay.streams.cli;

import dev.assay.schemas.Topic;
import dev.assay.schemas.Topics;
import dev.assay.streams.WallClock;
import dev.assay.streams.event.RawEvent;
import dev.assay.streams.replay.Replay;
import dev.assay.streams.replay.ReplayOrder;
import dev.assay.streams.replay.ReplayTally;
import dev.assay.streams.run.Detection;
import dev.assay.streams.run.ShutdownSignal;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Has dead letters, or a range of events, judged again. */
@Command(
        name = "replay",
        description = {
            "Send dead letters, or a range of events, to the topic of events once more, for a running Assay to judge them again.",
            "Key, value, time, headers and partition stay; header " + RawEvent.REPLAY_OF
                    + " of event and verdict says of",
            "which record it is the replay. Every run sends all that it is told to again: look with --dry-run first."
        },
        footer = {
            "",
            "Examples:",
            "  assay replay --dry-run",
            "  assay replay --reason UndecodableEventException --rate 50",
            "  assay replay text-events --from 2026-11-01T00:00:00Z --to 2026-11-02T00:00:00Z"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final String DEAD_LETTERS = "dead-letters";
    private static final String EVENTS = "text-events";

    private final Surroundings here;

    @Parameters(
            paramLabel = "TOPIC",
            arity = "0..1",
            defaultValue = DEAD_LETTERS,
            description = "dead-letters or text-events; default: ${DEFAULT-VALUE}.")
    String topic = DEAD_LETTERS;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Time.class,
            description =
                    "Records of this time and later, such as 2026-11-25T10:00:00Z; a dead letter has its event's.")
    Instant from;

    @Option(names = "--to", paramLabel = "TIME", converter = Time.class, description = "Records earlier than this.")
    Instant to;

    @Option(
            names = "--reason",
            paramLabel = "EXCEPTION",
            description = "Dead letters of this exception only, such as OutOfMemoryError.")
    String reason;

    @Option(names = "--rate", paramLabel = "N", description = "Records a second, at most; default: no limit.")
    Double rate;

    @Option(names = "--dry-run", description = "Count them, and send nothing.")
    boolean dryRun;

    @Mixin
    final SettingsOptions options;

    @Spec
    CommandSpec spec;

    ReplayCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    /** A time with its offset from UTC. */
    static final class Time implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new TypeConversionException(text + ": give a time such as 2026-11-25T10:00:00Z");
            }
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        check();
        Settings settings = options.read();
        Logs.quietClients();
        ReplayOrder order = order(Detection.topics(settings));
        requireTopics(settings, order);
        Replay replay = new Replay(client(settings), order, ReplayCommand::now);
        try (ShutdownSignal signal = new ShutdownSignal()) {
            boolean ended = replay.run(signal);
            print(order, replay.tally());
            if (!ended) {
                throw new CommandFailure("stopped before the end of " + order.source() + ".");
            }
        }
        return AssayCommand.DONE;
    }

    @WallClock
    private static long now() {
        return System.currentTimeMillis();
    }

    private void check() {
        boolean ofLetters = topic.equals(DEAD_LETTERS);
        require(ofLetters || topic.equals(EVENTS), topic + ": give " + DEAD_LETTERS + " or " + EVENTS);
        require(ofLetters || reason == null, "--reason: only dead letters have one");
        require(
                ofLetters || from != null || to != null,
                EVENTS + ": give --from or --to; without, all of the topic would be judged again");
        require(from == null || to == null || from.isBefore(to), "--to " + to + ": give a time after --from");
        require(rate == null || rate > 0, "--rate " + rate + ": give more than 0");
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private ReplayOrder order(Topics topics) {
        Topic source = topic.equals(DEAD_LETTERS) ? topics.deadLetters() : topics.textEvents();
        return new ReplayOrder(
                source.name(),
                topics.textEvents().name(),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(reason),
                rate == null ? Double.POSITIVE_INFINITY : rate,
                dryRun);
    }

    private static void requireTopics(Settings settings, ReplayOrder order) {
        Topics topics = Detection.topics(settings);
        try (BrokerConnection broker = BrokerConnection.open(settings)) {
            var there = TopicSelection.existing(broker, List.of(topics.textEvents(), topics.deadLetters()));
            for (String name : List.of(order.source(), order.events())) {
                if (!there.containsKey(name)) {
                    throw new CommandFailure("topic " + name + " is missing; create it with assay topics create.");
                }
            }
        }
    }

    private static Map<String, Object> client(Settings settings) {
        Map<String, Object> client = new HashMap<>(settings.kafka());
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.get(SettingTable.BOOTSTRAP_SERVERS));
        return client;
    }

    private void print(ReplayOrder order, ReplayTally tally) {
        tally.chosen().forEach((cause, count) -> here.out().println(count + "  " + cause));
        tally.passedOver().forEach((why, count) -> here.out().println(count + "  passed over, " + why));
        here.out().println(tally.total() + " records " + (dryRun ? "would be sent" : "sent") + " to " + order.events());
        here.out().flush();
    }
}
