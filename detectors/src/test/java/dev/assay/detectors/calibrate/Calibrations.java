package dev.assay.detectors.calibrate;

import dev.assay.detectors.calibrate.Calibration.ReferenceText;
import dev.assay.detectors.model.BundleManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Calibrations for tests. */
public final class Calibrations {
    public static final String DETECTOR = "bits-per-byte";
    public static final Map<String, String> SCORING = Map.of("normalizer", "1", "window", "1024");

    private Calibrations() {}

    public static BundleManifest model(String precision) {
        return new BundleManifest(
                "b0".repeat(32),
                "stub",
                "llama",
                "stub.gguf",
                "5e".repeat(32),
                1,
                precision,
                0,
                "70".repeat(32),
                10,
                4,
                2048,
                List.of(),
                "MIT",
                "test",
                Map.of());
    }

    static Certificate certificate(String domain) {
        return certificate(domain, model("fp32"));
    }

    private static Certificate certificate(String domain, BundleManifest model) {
        return new Certificate(
                model.id(),
                model.precision(),
                model.tokenizerHash(),
                SCORING,
                domain,
                "test",
                "MIT",
                "calibration",
                Certificate.HUMAN_TAKEN_AS_NON_MEMBER,
                "2026-11-24");
    }

    /** Documents {@code domain-0}, {@code domain-1}, … of the same length with these scores. */
    public static Calibration of(String domain, int scoredTokens, double... scores) {
        List<ReferenceText> texts = new ArrayList<>();
        for (double score : scores) {
            texts.add(text(domain + "-" + texts.size(), scoredTokens, score));
        }
        return CalibrationFile.identified(certificate(domain), List.of(DETECTOR), texts);
    }

    /** The same of a model of another precision. */
    public static Calibration inPrecision(String precision, String domain, int scoredTokens, double score) {
        return CalibrationFile.identified(
                certificate(domain, model(precision)),
                List.of(DETECTOR),
                List.of(text(domain + "-0", scoredTokens, score)));
    }

    static Calibration of(String domain, ReferenceText... texts) {
        return CalibrationFile.identified(certificate(domain), List.of(DETECTOR), List.of(texts));
    }

    static ReferenceText text(String document, int scoredTokens, double score) {
        return new ReferenceText(document, scoredTokens, List.of(OptionalDouble.of(score)));
    }
}
