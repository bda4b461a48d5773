package dev.assay.streams.cli;

import dev.assay.schemas.Topic;
import dev.assay.streams.settings.Settings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Describes Assay's topics: by design, and on the broker. */
@Command(
        name = "describe",
        description = "Say what each topic holds, and where the broker keeps it otherwise than designed.",
        footer = {"", "Examples:", "  assay topics describe", "  assay topics describe text-events"})
final class TopicsDescribeCommand implements Runnable {
    private final Surroundings here;

    @Parameters(paramLabel = "TOPIC", description = "Topics to describe; none: all.")
    List<String> names = new ArrayList<>();

    @Mixin
    final SettingsOptions options;

    TopicsDescribeCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public void run() {
        Settings settings = options.read();
        List<Topic> topics = new TopicSelection(settings).named(names);
        Logs.quietClients();
        try (BrokerConnection broker = BrokerConnection.open(settings)) {
            Map<String, TopicDescription> existing = TopicSelection.existing(broker, topics);
            topics.forEach(topic -> describe(broker, topic, existing.get(topic.name())));
        }
    }

    private void describe(BrokerConnection broker, Topic topic, TopicDescription found) {
        PrintWriter out = here.out();
        out.println(topic.name());
        out.println("  key         " + topic.key());
        out.println("  value       " + topic.value());
        out.println("  written by  " + topic.writer());
        if (found == null) {
            out.println("  on broker   missing; make it with `assay topics create " + topic.name() + "`");
            return;
        }
        out.println("  on broker   " + found.partitions().size() + " partitions, "
                + found.partitions().get(0).replicas().size() + " replicas");
        Config config = config(broker, topic.name());
        topic.settings().forEach((key, designed) -> out.println("  " + key + " = " + shown(config.get(key), designed)));
    }

    private static Config config(BrokerConnection broker, String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return broker.await(broker.admin().describeConfigs(List.of(resource)).all())
                .get(resource);
    }

    private static String shown(ConfigEntry actual, String designed) {
        return designed.equals(actual.value()) ? designed : actual.value() + "   (designed: " + designed + ")";
    }
}
