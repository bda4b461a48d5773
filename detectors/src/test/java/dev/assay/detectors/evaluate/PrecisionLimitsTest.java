package dev.assay.detectors.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionLimitsTest {
    private static final PrecisionLimits LIMITS = PrecisionLimits.REQUIRED;

    @Test
    void whatIsAtTheLimitHolds() {
        assertThat(LIMITS.missedBy(report(0.1, 0.1, 0.8, 0.81))).isEmpty();
        assertThat(LIMITS.missedBy(report(0.1, 0.1, 0.81, 0.8))).isEmpty();
    }

    @Test
    void whatIsBeyondIsNamedWithItsNumber() {
        assertThat(LIMITS.missedBy(report(0.1001, 0.2, 0.8, 0.789)))
                .containsExactly(
                        "mean |Δ ln p| 0.1001", "mean |Δ fast-detect-gpt| 0.2000", "AUROC of fast-detect-gpt -0.0110");
        assertThat(LIMITS.missedBy(report(0, 0, 0.8, 0.8101))).containsExactly("AUROC of fast-detect-gpt +0.0101");
    }

    @Test
    void whatIsUndefinedInBothIsNoMiss() {
        assertThat(LIMITS.missedBy(report(0, Double.NaN, Double.NaN, Double.NaN)))
                .isEmpty();
        assertThat(LIMITS.missedBy(report(0, 0, 0.8, Double.NaN))).hasSize(1);
        assertThat(LIMITS.missedBy(report(Double.NaN, 0, 0.8, 0.8))).hasSize(1);
    }

    @Test
    void aReportWithoutTheHeldDetectorIsJudgedByTheRest() {
        VerificationReport report =
                new VerificationReport(2, 20, 0.05, List.of(new DetectorDifference("log-rank", 9, 0.7, 0.7, 0)));
        assertThat(LIMITS.missedBy(report)).isEmpty();
    }

    @Test
    void whatIsBelowTheDetectorsOwnNoiseHolds() {
        assertThat(LIMITS.missedBy(report(0, 0, 0.8, 0.78, 0.02))).isEmpty();
        assertThat(LIMITS.missedBy(report(0, 0, 0.8, 0.779, 0.02))).containsExactly("AUROC of fast-detect-gpt -0.0210");
        assertThat(LIMITS.missedBy(report(0, 0, 0.8, 0.789, Double.NaN))).hasSize(1);
    }

    private static VerificationReport report(double logProb, double score, double before, double after) {
        return report(logProb, score, before, after, 0);
    }

    private static VerificationReport report(double logProb, double score, double before, double after, double noise) {
        return new VerificationReport(
                2, 20, logProb, List.of(new DetectorDifference("fast-detect-gpt", score, before, after, noise)));
    }
}
