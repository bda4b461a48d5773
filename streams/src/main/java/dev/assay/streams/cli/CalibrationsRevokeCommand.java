package dev.assay.streams.cli;

import dev.assay.streams.calibrations.CalibrationPublisher;
import dev.assay.streams.calibrations.CalibrationTopic;
import dev.assay.streams.calibrations.Published;
import dev.assay.streams.calibrations.PublishedCalibrations;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes published calibrations back. */
@Command(
        name = "revoke",
        description = {
            "Take published calibrations back; running instances judge without them from the next text on.",
            "Verdicts that rest on them stay, and name them. Keep the file where those are to be made again."
        },
        footer = {
            "",
            "Examples:",
            "  assay calibrations revoke 3f2a9c01",
            "  assay calibrations revoke 3f2a9c01 77b0e4d2 --config my.properties"
        })
final class CalibrationsRevokeCommand implements Runnable {
    private final Surroundings here;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids, or their first eight digits or more.")
    List<String> ids;

    @Mixin
    final SettingsOptions options;

    CalibrationsRevokeCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public void run() {
        CalibrationTopic topic = Publication.requireTopic(options.read());
        PublishedCalibrations published = topic.read();
        List<Published> found =
                ids.stream().map(id -> PublishedId.find(id, published)).toList();
        try (CalibrationPublisher publisher = new CalibrationPublisher(topic)) {
            for (Published each : found) {
                publisher.revoke(each.key());
                here.out().println("revoked " + each.key() + " on " + topic.name());
            }
        }
    }
}
