package dev.assay.streams.cli;

import dev.assay.schemas.Topic;
import dev.assay.streams.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.TopicDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists Assay's topics and whether the broker has them. */
@Command(
        name = "list",
        description = "List Assay's topics and whether the broker has them.",
        footer = {"", "Examples:", "  assay topics list", "  assay topics list --set bootstrap.servers=broker:9092"})
final class TopicsListCommand implements Runnable {
    private final Surroundings here;

    @Mixin
    final SettingsOptions options;

    TopicsListCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public void run() {
        Settings settings = options.read();
        List<Topic> topics = new TopicSelection(settings).named(List.of());
        Logs.quietClients();
        try (BrokerConnection broker = BrokerConnection.open(settings)) {
            Map<String, TopicDescription> existing = TopicSelection.existing(broker, topics);
            topics.forEach(topic ->
                    here.out().printf(Locale.ROOT, "%-28s %s%n", topic.name(), state(existing.get(topic.name()))));
        }
    }

    private static String state(TopicDescription description) {
        return description == null ? "missing" : description.partitions().size() + " partitions";
    }
}
