package dev.assay.streams.cli;

import dev.assay.streams.http.Metrics;
import dev.assay.streams.http.StatusServer;
import dev.assay.streams.judge.Judge;
import dev.assay.streams.judge.Judges;
import dev.assay.streams.run.Detection;
import dev.assay.streams.run.Measuring;
import dev.assay.streams.run.ShutdownSignal;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Judges the events of a topic until it is told to stop. */
@Command(
        name = "run",
        description = {
            "Read events from Kafka, judge them, write verdicts and dead letters, each exactly once.",
            "Stops cleanly on SIGTERM or Ctrl-C; what is pending is finished after the next start."
        },
        footer = {
            "",
            "Examples:",
            "  assay run --config my.properties",
            "  assay run --set bootstrap.servers=broker:9092 --set target.fpr=0.005",
            "  ASSAY_HTTP_HOST=0.0.0.0 ASSAY_HTTP_PORT=9090 assay run --config my.properties"
        })
final class RunCommand implements Callable<Integer> {
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Surroundings here;
    private final Judges judges;

    @Mixin
    final SettingsOptions options;

    @Mixin
    final ScoringOptions scoring = new ScoringOptions();

    RunCommand(Surroundings here, Judges judges) {
        this.here = here;
        this.judges = judges;
        this.options = new SettingsOptions(here);
    }

    @Override
    public Integer call() {
        Settings settings = scoring.over(options.read());
        Logs.quietClients();
        BrokerConnection.open(settings).close(); // before the model is made ready, which may take long
        try (ShutdownSignal signal = new ShutdownSignal();
                Judge judge = judges.open(settings, here::progress);
                Metrics metrics = new Metrics();
                Detection detection = Detection.start(settings, judge, metrics.registry());
                Measuring measuring = Measuring.start(settings, metrics.registry());
                StatusServer status = serve(settings, detection, metrics)) {
            Logs.clientsAgain();
            here.progress("running; health and metrics on http://" + settings.get(SettingTable.HTTP_HOST) + ":"
                    + status.port() + "/health/ready and /metrics");
            return untilStopped(detection, measuring, signal);
        }
    }

    private static StatusServer serve(Settings settings, Detection detection, Metrics metrics) {
        return StatusServer.start(
                settings.get(SettingTable.HTTP_HOST),
                settings.get(SettingTable.HTTP_PORT),
                detection,
                metrics.registry());
    }

    /** An interruption asks to stop, too, and ends here: it must not disturb the closing. */
    private Integer untilStopped(Detection detection, Measuring measuring, ShutdownSignal signal) {
        boolean isMeasuring = true;
        try {
            while (!signal.await(GLANCE)) {
                if (isMeasuring && measuring.failure().isPresent()) {
                    here.progress("metrics " + measuring.failure().get() + "; verdicts go on");
                    isMeasuring = false;
                }
                if (detection.awaitStop(Duration.ZERO)) {
                    throw new CommandFailure(
                            detection.failure().orElse("the streams stopped by themselves; see the log."));
                }
            }
        } catch (InterruptedException e) {
            here.progress("interrupted");
        }
        here.progress("stopping");
        return AssayCommand.DONE;
    }
}
