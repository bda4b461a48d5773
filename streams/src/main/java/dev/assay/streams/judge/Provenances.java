package dev.assay.streams.judge;

import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.BundleManifest;
import dev.assay.detectors.score.RuntimeInfo;
import dev.assay.schemas.Provenance;
import dev.assay.streams.ProgramVersion;
import java.util.List;

/** What verdicts rest on: enough to get them again with {@code assay score}. */
final class Provenances {
    private static final List<String> NO_CALIBRATION = List.of("none");

    private Provenances() {}

    static Provenance of(Bundle bundle, AssessorSettings settings) {
        BundleManifest manifest = bundle.manifest();
        RuntimeInfo runtime = RuntimeInfo.detect();
        List<String> calibrations = settings.calibrations();
        return Provenance.newBuilder()
                .setBundleId(manifest.id())
                .setFileHashes(manifest.files())
                .setTokenizerHash(manifest.tokenizerHash())
                .setPrecision(manifest.precision())
                .setSettingsHash(settings.hash())
                .setSettings(settings.asMap())
                .setCalibrations(calibrations.equals(NO_CALIBRATION) ? List.of() : calibrations)
                .setProgramVersion(ProgramVersion.get())
                .setOnnxruntimeVersion(runtime.onnxRuntime())
                .setCpuFeatures(runtime.cpuFeatures())
                .build();
    }
}
