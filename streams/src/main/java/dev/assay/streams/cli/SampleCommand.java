package dev.assay.streams.cli;

import dev.assay.schemas.Topic;
import dev.assay.streams.demo.SampleSender;
import dev.assay.streams.run.Detection;
import dev.assay.streams.run.ShutdownSignal;
import dev.assay.streams.settings.Settings;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Gives a running Assay something to judge. */
@Command(
        name = "sample",
        description = {
            "Publish the sample stream to the topic of events: texts with a known author, and odd ones.",
            "Ends after --events records, one round of the sample unless told otherwise."
        },
        footer = {
            "",
            "Examples:",
            "  assay sample --config my.properties",
            "  assay sample --forever --set bootstrap.servers=broker:9092"
        })
final class SampleCommand implements Runnable {
    private static final Duration PACE = Duration.ofSeconds(2);

    private final Surroundings here;

    @Option(names = "--events", paramLabel = "N", description = "Records to publish at once; default: one round.")
    Integer events;

    @Option(names = "--forever", description = "Then go on with one every two seconds, until told to stop.")
    boolean forever;

    @Mixin
    final SettingsOptions options;

    @Spec
    CommandSpec spec;

    SampleCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public void run() {
        if (events != null && events < 1) {
            throw new ParameterException(spec.commandLine(), "--events " + events + ": give 1 or more");
        }
        Settings settings = options.read();
        Logs.quietClients();
        Topic topic = Detection.topics(settings).textEvents();
        requireTopic(settings, topic);
        try (ShutdownSignal signal = new ShutdownSignal();
                SampleSender sender = SampleSender.to(settings)) {
            sender.send(events == null ? sender.round() : events);
            here.out().println(sender.count() + " records sent to " + topic.name());
            here.out().flush();
            if (forever) {
                goOn(sender, signal);
                here.out().println(sender.count() + " records sent to " + topic.name());
            }
        }
    }

    /** A producer would wait a minute for a topic that is not there. */
    private static void requireTopic(Settings settings, Topic topic) {
        try (BrokerConnection broker = BrokerConnection.open(settings)) {
            if (TopicSelection.existing(broker, List.of(topic)).isEmpty()) {
                throw new CommandFailure("topic " + topic.name() + " is missing; create it with assay topics create.");
            }
        }
    }

    /** An interruption asks to stop, too. */
    private void goOn(SampleSender sender, ShutdownSignal signal) {
        try {
            while (!signal.await(PACE)) {
                sender.send(1);
            }
        } catch (InterruptedException e) {
            here.progress("interrupted");
        }
    }
}
