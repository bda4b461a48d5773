package dev.assay.streams.emit;

import dev.assay.detectors.Assessor;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.model.BundleManifest;
import dev.assay.detectors.score.RuntimeInfo;
import dev.assay.schemas.Provenance;
import dev.assay.streams.ProgramVersion;
import java.util.List;

/** What is needed to get a verdict again: model, settings, program, runtime and CPU. */
public final class VerdictProvenance {
    private static final List<String> NONE = List.of("none");

    private VerdictProvenance() {}

    /** The same for every verdict that rests on this assessor. */
    public static Provenance of(Assessor assessor) {
        BundleManifest model = assessor.bundle().manifest();
        AssessorSettings settings = assessor.settings();
        RuntimeInfo runtime = RuntimeInfo.detect();
        return Provenance.newBuilder()
                .setBundleId(model.id())
                .setFileHashes(model.files())
                .setTokenizerHash(model.tokenizerHash())
                .setPrecision(model.precision())
                .setSettingsHash(settings.hash())
                .setSettings(settings.asMap())
                .setCalibrations(settings.calibrations().equals(NONE) ? List.of() : settings.calibrations())
                .setProgramVersion(ProgramVersion.get())
                .setOnnxruntimeVersion(runtime.onnxRuntime())
                .setCpuFeatures(runtime.cpuFeatures())
                .build();
    }
}
