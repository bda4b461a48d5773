package dev.assay.streams.detection;

import dev.assay.detectors.Assessor;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.model.Bundle;
import java.nio.file.Path;
import java.util.List;

/** The 1 MB model that comes with the tests of {@code detectors}. */
final class StoriesModel {
    private StoriesModel() {}

    static Assessor open() {
        Path bundle = Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K");
        return Assessor.open(
                Bundle.open(bundle), AssessorSettings.defaults().withWindow(512).withCalibrations(List.of("none")));
    }
}
