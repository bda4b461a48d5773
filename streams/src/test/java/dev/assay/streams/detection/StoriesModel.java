package dev.assay.streams.detection;

import dev.assay.detectors.Assessor;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.model.Bundle;
import java.nio.file.Path;
import java.util.List;

/** The 1 MB model that comes with the tests of {@code detectors}. */
final class StoriesModel {
    static final AssessorSettings SETTINGS =
            AssessorSettings.defaults().withWindow(512).withCalibrations(List.of("none"));

    private StoriesModel() {}

    static Bundle bundle() {
        return Bundle.open(
                Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K"));
    }

    static Assessor open() {
        return Assessor.open(bundle(), SETTINGS);
    }
}
