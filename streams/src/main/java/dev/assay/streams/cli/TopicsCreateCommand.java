package dev.assay.streams.cli;

import dev.assay.schemas.Topic;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicExistsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates topics with the partitions, replicas and clean-up that they need. */
@Command(
        name = "create",
        description =
                "Create topics with their partitions, replicas and clean-up policy; existing ones stay as they are.",
        footer = {
            "",
            "Examples:",
            "  assay topics create",
            "  assay topics create --partitions 12 --replication 3 --set bootstrap.servers=broker:9092",
            "  assay topics create text-events verdicts dead-letters"
        })
final class TopicsCreateCommand implements Runnable {
    private final Surroundings here;

    @Parameters(paramLabel = "TOPIC", description = "Topics to create; none: all.")
    List<String> names = new ArrayList<>();

    @Option(names = "--partitions", paramLabel = "N", description = "Partitions; default: setting topic.partitions.")
    Integer partitions;

    @Option(names = "--replication", paramLabel = "N", description = "Replicas; default: setting topic.replication.")
    Integer replication;

    @Mixin
    final SettingsOptions options;

    TopicsCreateCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public void run() {
        Settings settings = settings();
        List<Topic> topics = new TopicSelection(settings).named(names);
        Logs.quietClients();
        try (BrokerConnection broker = BrokerConnection.open(settings)) {
            CreateTopicsResult created = broker.admin()
                    .createTopics(topics.stream()
                            .map(topic -> topic.request(
                                    given(settings.get(SettingTable.TOPIC_PARTITIONS)),
                                    given(settings.get(SettingTable.TOPIC_REPLICATION))
                                            .map(Integer::shortValue)))
                            .toList());
            topics.forEach(topic -> here.out().println(topic.name() + ": " + outcome(broker, created, topic.name())));
        }
    }

    private Settings settings() {
        Settings settings = options.read();
        if (partitions != null) {
            settings = settings.with(SettingTable.TOPIC_PARTITIONS, partitions.toString(), "--partitions");
        }
        if (replication != null) {
            settings = settings.with(SettingTable.TOPIC_REPLICATION, replication.toString(), "--replication");
        }
        return settings;
    }

    /** 0 leaves the number to the topic or the broker. */
    private static Optional<Integer> given(int number) {
        return number == 0 ? Optional.empty() : Optional.of(number);
    }

    private static String outcome(BrokerConnection broker, CreateTopicsResult created, String name) {
        try {
            broker.await(created.values().get(name));
            return "created, " + broker.await(created.numPartitions(name)) + " partitions, "
                    + broker.await(created.replicationFactor(name)) + " replicas";
        } catch (TopicExistsException e) {
            return "exists";
        } catch (InvalidReplicationFactorException | InvalidPartitionsException | PolicyViolationException e) {
            throw new CommandFailure(
                    "topic " + name + ": " + e.getMessage() + " Choose --partitions and --replication to suit.", e);
        }
    }
}
