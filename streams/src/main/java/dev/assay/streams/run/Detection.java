package dev.assay.streams.run;

import dev.assay.schemas.Topic;
import dev.assay.schemas.Topics;
import dev.assay.streams.calibrations.CalibrationFollower;
import dev.assay.streams.calibrations.CalibrationTopic;
import dev.assay.streams.detection.ApplicationSettings;
import dev.assay.streams.detection.Counts;
import dev.assay.streams.detection.DetectionApplication;
import dev.assay.streams.detection.DetectionSettings;
import dev.assay.streams.detection.DetectionTopology;
import dev.assay.streams.detection.EngineSettings;
import dev.assay.streams.emit.VerdictMapper;
import dev.assay.streams.http.Health;
import dev.assay.streams.judge.Judge;
import dev.assay.streams.judge.ScoringSettings;
import dev.assay.streams.metrics.MetricsApplication;
import dev.assay.streams.preflight.Installation;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The detection application under the settings, with its health. The judge is closed by the caller, afterwards. */
public final class Detection implements Health, AutoCloseable {
    private final DetectionApplication application;
    private final CalibrationFollower calibrations;
    private final Formats formats;

    private Detection(DetectionApplication application, CalibrationFollower calibrations, Formats formats) {
        this.application = application;
        this.calibrations = calibrations;
        this.formats = formats;
    }

    /**
     * Asks the brokers whether all is there, reads the calibrations that are published, and starts.
     *
     * @throws dev.assay.streams.detection.StartException when brokers or topics are missing
     * @throws dev.assay.detectors.calibrate.CalibrationException when the topic of calibrations is there and cannot be read
     * @throws dev.assay.schemas.registry.RegistryException when the schema registry cannot be asked
     * @throws dev.assay.streams.settings.SettingsException when a setting cannot be used
     */
    public static Detection start(Settings settings, Judge judge, MeterRegistry metrics) {
        ApplicationSettings told = told(settings);
        Formats formats = new Formats(settings);
        try {
            formats.requireRegistry(told.topics().verdicts().name());
            return start(told, judge, formats, follow(settings, judge, metrics), metrics);
        } catch (RuntimeException e) {
            formats.close();
            throw e;
        }
    }

    private static Detection start(
            ApplicationSettings told,
            Judge judge,
            Formats formats,
            CalibrationFollower calibrations,
            MeterRegistry metrics) {
        try {
            DetectionTopology.Ports ports = new DetectionTopology.Ports(
                    formats.reader(), formats.writer(), new VerdictMapper(judge.provenance()));
            return new Detection(
                    DetectionApplication.start(told, judge.assess(), ports, metrics), calibrations, formats);
        } catch (RuntimeException e) {
            calibrations.close();
            throw e;
        }
    }

    /** Who names calibrations, or wants none, gets those and no others. */
    private static CalibrationFollower follow(Settings settings, Judge judge, MeterRegistry metrics) {
        CalibrationTopic topic = CalibrationTopic.of(settings);
        return settings.get(SettingTable.CALIBRATIONS).isEmpty()
                ? CalibrationFollower.start(topic, judge.calibrations(), metrics)
                : CalibrationFollower.idle(topic, judge.calibrations(), metrics);
    }

    /** The topics under the settings' prefix. */
    public static Topics topics(Settings settings) {
        return new Topics(settings.get(SettingTable.TOPIC_PREFIX), settings.get(SettingTable.EVENT_MAX_BYTES));
    }

    /** The application's id: as set, else one of the prefix's own. */
    public static String applicationId(Settings settings) {
        String given = settings.get(SettingTable.APPLICATION_ID);
        return given.isBlank() ? ApplicationSettings.defaultId(settings.get(SettingTable.TOPIC_PREFIX)) : given;
    }

    /** The applications that start under the settings, for the brokers to be asked about; they need no state folder yet. */
    public static List<Installation> installations(Settings settings) {
        ApplicationSettings told = told(settings, Path.of(settings.get(SettingTable.STATE_DIR)));
        Installation metrics = MetricsApplication.installation(told.forMetrics());
        return settings.get(SettingTable.METRICS_TOPIC)
                ? List.of(told.installation(), metrics)
                : List.of(told.installation());
    }

    /** The topics that must exist under the settings. */
    public static List<Topic> needed(Settings settings) {
        Topics topics = topics(settings);
        List<Topic> needed = List.of(topics.textEvents(), topics.verdicts(), topics.deadLetters(), topics.metrics());
        return settings.get(SettingTable.METRICS_TOPIC) ? needed : needed.subList(0, needed.size() - 1);
    }

    @Override
    public Optional<String> dead() {
        return answer(application::dead);
    }

    @Override
    public Optional<String> unready() {
        return answer(application::unready);
    }

    /** A health page answers, whatever is wrong. */
    private static Optional<String> answer(Supplier<Optional<String>> health) {
        try {
            return health.get();
        } catch (RuntimeException e) {
            return Optional.of("health cannot be told: " + e.getClass().getName());
        }
    }

    /** Records handled since the start. */
    public Counts counts() {
        return application.counts();
    }

    /** Waits until it has stopped; false where it still runs after that long. */
    public boolean awaitStop(Duration longest) throws InterruptedException {
        return application.awaitStop(longest);
    }

    /** Why it stopped by itself. */
    public Optional<String> failure() {
        return application.failure();
    }

    @Override
    public void close() {
        application.close();
        calibrations.close();
        formats.close();
    }

    /** What applications are told. */
    static ApplicationSettings told(Settings settings) {
        return told(settings, StateFolder.ready(settings));
    }

    private static ApplicationSettings told(Settings settings, Path state) {
        return new ApplicationSettings(
                settings.get(SettingTable.BOOTSTRAP_SERVERS),
                applicationId(settings),
                topics(settings),
                state,
                settings.get(SettingTable.STREAM_THREADS),
                settings.get(SettingTable.GROUP_PROTOCOL),
                DetectionSettings.of(
                        settings.get(SettingTable.EVENT_MAX_BYTES), settings.get(SettingTable.PENDING_CAPACITY)),
                engine(settings, state),
                settings.kafka());
    }

    private static EngineSettings engine(Settings settings, Path state) {
        String file = applicationId(settings) + ".at-work";
        return new EngineSettings(
                ScoringSettings.workers(settings),
                settings.get(SettingTable.PENDING_BYTES),
                Duration.ofSeconds(settings.get(SettingTable.TEXT_TIMEOUT)),
                Optional.of(state.resolve(file)));
    }
}
