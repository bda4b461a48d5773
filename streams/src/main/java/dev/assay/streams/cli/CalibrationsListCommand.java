package dev.assay.streams.cli;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.Certificate;
import dev.assay.streams.calibrations.Published;
import dev.assay.streams.calibrations.Published.Standing;
import dev.assay.streams.settings.Settings;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what is published. */
@Command(
        name = "list",
        description =
                "Show what is published: id, domain, texts, model, precision, day and source of each calibration.",
        footer = {"", "Examples:", "  assay calibrations list --config my.properties"})
final class CalibrationsListCommand implements Runnable {
    private static final int SHORT_ID = 12;

    private final Surroundings here;

    @Mixin
    final SettingsOptions options;

    CalibrationsListCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public void run() {
        Settings settings = options.read();
        List<Published> published = Publication.requireTopic(settings).read().all();
        if (published.isEmpty()) {
            here.out().println("none");
        }
        published.forEach(each -> here.out().println(line(each)));
    }

    private static String line(Published published) {
        if (published.standing() == Standing.BROKEN) {
            return published.key().replaceAll("\\p{Cntrl}", "?") + "  broken: " + published.says();
        }
        Calibration calibration = published.calibration();
        Certificate certificate = calibration.certificate();
        return String.format(
                Locale.ROOT,
                "%s  %s, %d texts, model %s %s, %s, from %s",
                calibration.id(),
                certificate.domain(),
                calibration.texts().size(),
                certificate
                        .bundle()
                        .substring(0, Math.min(SHORT_ID, certificate.bundle().length())),
                certificate.precision(),
                certificate.date(),
                certificate.source());
    }
}
