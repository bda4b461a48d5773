package dev.assay.streams.cli;

import dev.assay.schemas.Topic;
import dev.assay.streams.preflight.Installation;
import dev.assay.streams.run.Detection;
import dev.assay.streams.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.ApiException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives existing topics more partitions and room for larger records. */
@Command(
        name = "grow",
        description = {
            "Raise the partitions of topics, and the record sizes of all as far as event.max.bytes and calibrations ask.",
            "Nothing is ever lowered.",
            "The changelog of pending events grows with the topic of events, without which no instance could go on.",
            "A key's events may come to another partition: for their order's sake let Assay finish what is there first."
        },
        footer = {
            "",
            "Examples:",
            "  assay topics grow --partitions 12",
            "  assay topics grow --partitions 12 text-events verdicts",
            "  assay topics grow --set event.max.bytes=4194304"
        })
final class TopicsGrowCommand implements Runnable {
    private final Surroundings here;

    @Parameters(paramLabel = "TOPIC", description = "Topics to get more partitions; none: that of events.")
    List<String> names = new ArrayList<>();

    @Option(names = "--partitions", paramLabel = "N", description = "Partitions; default: as many as there are.")
    Integer partitions;

    @Mixin
    final SettingsOptions options;

    @Spec
    CommandSpec spec;

    TopicsGrowCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public void run() {
        if (partitions != null && partitions < 1) {
            throw new ParameterException(spec.commandLine(), "--partitions " + partitions + ": give 1 or more");
        }
        Settings settings = options.read();
        String events = Detection.topics(settings).textEvents().name();
        List<Topic> chosen = new TopicSelection(settings).named(names.isEmpty() ? List.of(events) : names);
        Logs.quietClients();
        try (BrokerConnection broker = BrokerConnection.open(settings)) {
            Installation own = Detection.installations(settings).get(0);
            // The changelog first: an instance that finds the new partitions finds theirs, too.
            Optional<String> changelog =
                    own.changelogTopic().filter(name -> broker.partitions(name).isPresent());
            if (partitions != null) {
                Stream<String> others = chosen.stream().map(Topic::name);
                boolean both = chosen.stream().anyMatch(topic -> topic.name().equals(events));
                Stream.concat(both ? changelog.stream() : Stream.empty(), others)
                        .forEach(name -> widen(broker, name));
            }
            Stream.concat(
                            Detection.needed(settings).stream(),
                            Stream.of(Detection.topics(settings).calibrations()))
                    .filter(topic -> broker.partitions(topic.name()).isPresent())
                    .forEach(topic -> enlarge(broker, topic.name(), sizes(topic)));
            changelog.ifPresent(name -> enlarge(broker, name, own.changelog()));
        }
    }

    private static Map<String, Long> sizes(Topic topic) {
        String designed = topic.settings().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        return designed == null ? Map.of() : Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Long.valueOf(designed));
    }

    private void widen(BrokerConnection broker, String topic) {
        int before = broker.partitions(topic)
                .orElseThrow(() -> new CommandFailure("topic " + topic + ": not there yet; make it with `assay topics"
                        + " create " + topic + " --partitions " + partitions + "`."));
        if (before > partitions) {
            throw new CommandFailure("topic " + topic + " has " + before + " partitions, more than " + partitions
                    + ": Kafka cannot take any away; give --partitions " + before + " or more.");
        }
        if (before < partitions) {
            alter(
                    topic,
                    () -> broker.await(broker.admin()
                            .createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions)))
                            .all()));
        }
        here.out()
                .println(topic + ": " + partitions + " partitions"
                        + (before < partitions ? ", " + before + " before" : " already"));
    }

    private void enlarge(BrokerConnection broker, String topic, Map<String, Long> sizes) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var config = broker.await(
                        broker.admin().describeConfigs(List.of(resource)).all())
                .get(resource);
        sizes.forEach((key, size) -> {
            long before = Long.parseLong(config.get(key).value());
            if (before < size) {
                var change = new AlterConfigOp(new ConfigEntry(key, size.toString()), AlterConfigOp.OpType.SET);
                alter(
                        topic,
                        () -> broker.await(broker.admin()
                                .incrementalAlterConfigs(Map.of(resource, List.of(change)))
                                .all()));
                here.out().println(topic + ": " + key + " " + size + ", " + before + " before");
            }
        });
    }

    private static void alter(String topic, Runnable change) {
        try {
            change.run();
        } catch (ApiException refused) {
            throw new CommandFailure("topic " + topic + " cannot be altered: " + refused.getMessage(), refused);
        }
    }
}
