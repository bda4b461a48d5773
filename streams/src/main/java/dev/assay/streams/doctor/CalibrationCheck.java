package dev.assay.streams.doctor;

import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationLadder;
import dev.assay.detectors.calibrate.CalibrationStore;
import dev.assay.detectors.learn.FitFile;
import dev.assay.detectors.model.Bundle;
import dev.assay.streams.calibrations.CalibrationTopic;
import dev.assay.streams.judge.ScoringSettings;
import dev.assay.streams.preflight.BrokerAccess;
import dev.assay.streams.settings.Settings;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether there are calibrations for this model and these settings, with enough references for the target rate. */
final class CalibrationCheck implements Check {
    private final Settings settings;
    private final Once<Bundle> model;
    private final Once<BrokerAccess> broker;

    CalibrationCheck(Settings settings, Once<Bundle> model, Once<BrokerAccess> broker) {
        this.settings = settings;
        this.model = model;
        this.broker = broker;
    }

    @Override
    public String name() {
        return "calibration";
    }

    @Override
    public Finding run() {
        return model.find().map(this::look).orElseGet(() -> Finding.skipped(this, "no model to look for"));
    }

    private Finding look(Bundle bundle) {
        AssessorSettings given = ScoringSettings.fitted(settings, bundle);
        AssessorSettings scoring = given.knowing(FitFile.find(bundle, given.fit()));
        if (scoring.calibrations().equals(List.of("none"))) {
            return Finding.ok(this, "none wanted (calibrations=none): every text abstains");
        }
        CalibrationLadder ladder = CalibrationStore.load(bundle, scoring.scoring(), scoring.calibrations())
                .with(published(bundle, scoring));
        if (ladder.calibrations().isEmpty()) {
            return Finding.failed(
                    this,
                    "none for model " + bundle.manifest().name()
                            + ", so that every text abstains: make one with `assay calibrate`");
        }
        return enough(ladder, scoring);
    }

    private List<Calibration> published(Bundle bundle, AssessorSettings scoring) {
        CalibrationTopic topic = CalibrationTopic.of(settings);
        boolean isRead = scoring.calibrations().isEmpty()
                && broker.find()
                        .flatMap(access -> access.partitions(topic.name()))
                        .isPresent();
        return isRead
                ? topic.read(calibration -> calibration.certificate().mismatch(bundle.manifest(), scoring.scoring()))
                        .used()
                : List.of();
    }

    private Finding enough(CalibrationLadder ladder, AssessorSettings scoring) {
        String domains = ladder.calibrations().stream()
                .map(calibration -> calibration.certificate().domain())
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), found -> String.join(", ", found)));
        String detector = scoring.decidingDetector();
        boolean decides = ladder.pValue(detector, null, scoring.minTokens(), 0, scoring.targetFpr())
                .isPresent();
        return decides
                ? Finding.ok(this, "for " + domains + "; enough texts for target.fpr=" + scoring.targetFpr())
                : Finding.failed(
                        this,
                        "too few texts (" + domains + ") with " + detector + " for target.fpr=" + scoring.targetFpr()
                                + ": raise target.fpr, or calibrate with more texts (`assay calibrate`)");
    }
}
