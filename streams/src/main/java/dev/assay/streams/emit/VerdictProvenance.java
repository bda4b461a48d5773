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

    /** That of a verdict by this assessor with the calibrations that are in force now. */
    public static Provenance of(Assessor assessor) {
        BundleManifest model = assessor.bundle().manifest();
        RuntimeInfo runtime = RuntimeInfo.detect();
        Provenance basis = Provenance.newBuilder()
                .setBundleId(model.id())
                .setFileHashes(model.files())
                .setTokenizerHash(model.tokenizerHash())
                .setPrecision(model.precision())
                .setProgramVersion(ProgramVersion.get())
                .setOnnxruntimeVersion(runtime.onnxRuntime())
                .setCpuFeatures(runtime.cpuFeatures())
                .build();
        return under(basis, assessor.settings());
    }

    /** The same model, program and machine under other settings. */
    static Provenance under(Provenance basis, AssessorSettings settings) {
        return Provenance.newBuilder(basis)
                .setSettingsHash(settings.hash())
                .setSettings(settings.asMap())
                .setCalibrations(settings.calibrations().equals(NONE) ? List.of() : settings.calibrations())
                .build();
    }
}
