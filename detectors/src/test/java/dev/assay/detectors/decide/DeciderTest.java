package dev.assay.detectors.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationLadder;
import dev.assay.detectors.calibrate.Calibrations;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.detect.Score;
import dev.assay.detectors.normalize.Alterations;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeciderTest {
    /** Nineteen references, 1 to 19: enough for 5 %. */
    private final Calibration news = Calibrations.of(
            "news", 100, IntStream.rangeClosed(1, 19).asDoubleStream().toArray());

    private final DecisionRules rules =
            new DecisionRules(Calibrations.DETECTOR, Calibrations.DETECTOR, 0.05, 64, 8192, 0.05, Set.of("en"));
    private final Decider decider = new Decider(rules, CalibrationLadder.of(List.of(news)));

    private static Evidence evidence(int tokens, int altered, String language, boolean prose, OptionalDouble score) {
        return evidence(tokens, altered, language, prose, 0.5, score);
    }

    private static Evidence evidence(
            int tokens, int altered, String language, boolean prose, double repeated, OptionalDouble score) {
        return new Evidence(
                tokens,
                new Alterations(100, 0, 0, altered, 50),
                language,
                prose,
                repeated,
                "news",
                Map.of(Calibrations.DETECTOR, new Score(Question.MACHINE, score)));
    }

    private Answer machine(Evidence evidence) {
        return decider.answers(evidence).get(Question.MACHINE);
    }

    @ParameterizedTest
    @CsvSource({"20, FLAGGED, 0.05", "19, CLEARED, 0.1", "1, CLEARED, 1"})
    void flagsAtTheRate(double score, Decision decision, double p) {
        Answer answer = machine(evidence(100, 0, "en", true, OptionalDouble.of(score)));

        assertThat(answer.decision()).isEqualTo(decision);
        assertThat(answer.reason()).isEqualTo(Reason.NONE);
        assertThat(answer.pValue()).isEqualTo(p);
        assertThat(answer.band()).isEqualTo(Band.WEAK);
        assertThat(answer.rung()).isEqualTo("news/64-127");
        assertThat(answer.calibration()).isEqualTo(news.id());
        assertThat(answer.tier()).isNull();
        assertThat(answer.percentile()).isNull();
    }

    @Test
    void membershipIsASignalWithAPercentile() {
        Answer familiar = decider.answers(evidence(100, 0, "en", true, OptionalDouble.of(20)))
                .get(Question.MEMBERSHIP);
        Answer plain = decider.answers(evidence(100, 0, "en", true, OptionalDouble.of(10.5)))
                .get(Question.MEMBERSHIP);

        assertThat(familiar.decision()).isEqualTo(Decision.FAMILIAR);
        assertThat(familiar.tier()).isEqualTo(Tier.SIGNAL);
        assertThat(familiar.percentile()).isEqualTo(100);
        assertThat(plain.decision()).isEqualTo(Decision.UNREMARKABLE);
        assertThat(plain.percentile()).isEqualTo(100 * 10 / 19.0);
    }

    /** Each row has every later fault too, so the order shows. */
    @ParameterizedTest
    @CsvSource({
        "63, 6, de, false, 0.6, TOO_SHORT",
        "0, 6, de, false, 0.6, TOO_SHORT",
        "8193, 6, de, false, 0.6, TOO_LONG",
        "64, 6, de, false, 0.6, LANGUAGE",
        "64, 5, de, true, 0.6, LANGUAGE",
        "64, 6, , false, 0.6, ALTERED",
        "64, 6, en, false, 0.6, ALTERED",
        "64, 5, , false, 0.6, NOT_PROSE",
        "64, 5, en, false, 0.6, NOT_PROSE",
        "64, 5, , true, 0.6, LANGUAGE",
        "64, 5, en, true, 0.6, REPETITIVE",
        "8192, 5, en, true, 0.5, UNDEFINED"
    })
    void abstainsInOrder(int tokens, int altered, String language, boolean prose, double repeated, Reason reason) {
        Answer answer = machine(evidence(tokens, altered, language, prose, repeated, OptionalDouble.empty()));

        assertThat(answer.decision()).isEqualTo(Decision.ABSTAINED);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.band()).isNull();
    }

    @Test
    void abstainsWithoutCalibration() {
        Answer answer = new Decider(rules, CalibrationLadder.empty())
                .answers(evidence(100, 0, "en", true, OptionalDouble.of(20)))
                .get(Question.MACHINE);

        assertThat(answer.reason()).isEqualTo(Reason.NO_CALIBRATION);
        assertThat(answer.pValue()).isNull();
    }

    @Test
    void anAbstentionStillGivesThePValue() {
        Answer answer = machine(evidence(63, 0, "en", true, OptionalDouble.of(20)));

        assertThat(answer.decision()).isEqualTo(Decision.ABSTAINED);
        assertThat(answer.pValue()).isEqualTo(0.05);
    }

    @ParameterizedTest
    @CsvSource({"0.001, STRONG", "0.0011, MEDIUM", "0.005, MEDIUM", "0.0051, WEAK", "1, WEAK"})
    void bandsAreTenthAndHalf(double p, Band band) {
        assertThat(Band.of(p, 0.01)).isEqualTo(band);
    }
}
