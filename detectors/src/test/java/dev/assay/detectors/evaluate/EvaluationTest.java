package dev.assay.detectors.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.corpus.Label;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final EvaluationSettings SETTINGS = EvaluationSettings.at(0.05);

    @Test
    void areasThatThePapersPublished() throws Exception {
        JsonNode published;
        try (InputStream in = getClass().getResourceAsStream("/golden/reference_predictions.json")) {
            published = new ObjectMapper().readTree(in);
        }
        assertThat(published).isNotEmpty();
        published
                .properties()
                .forEach(result -> assertThat(Evaluation.auroc(ScoredTexts.pairs(result.getValue())))
                        .as(result.getKey())
                        .isCloseTo(result.getValue().get("rocAuc").asDouble(), within(1e-12)));
    }

    @Test
    void tiesCountHalf() {
        // of four pairs: 2 > 1 wins, 2 = 2 and 1 = 1 tie, 1 < 2 loses
        List<ScoredLabel> texts = ScoredTexts.of(new double[] {1, 2}, new double[] {1, 2});
        assertThat(Evaluation.auroc(texts)).isEqualTo(0.5);
        assertThat(Evaluation.auroc(ScoredTexts.of(new double[] {1, 2}, new double[] {2, 3})))
                .isEqualTo(3.5 / 4);
    }

    @Test
    void truePositivesAboveTheScoreThatFewHumansReach() {
        double[] humans = IntStream.range(0, 20).asDoubleStream().toArray();
        double[] machines = {18.5, 18.5, 19, 30};
        DetectorReport report = Evaluation.of("d", ScoredTexts.of(humans, machines), SETTINGS);
        // at 5 % one of twenty human texts may be let through (19), at 1 % none
        assertThat(report.tprAt5().value()).isEqualTo(1);
        assertThat(report.tprAt1().value()).isEqualTo(0.25);
    }

    @Test
    void truePositivesAtHalfAPercent() {
        double[] humans = IntStream.range(0, 200).asDoubleStream().toArray();
        double[] machines = {197.5, 198.5, 199.5, 200};
        DetectorReport report = Evaluation.of("d", ScoredTexts.of(humans, machines), SETTINGS);
        // one of 200 human texts may be let through (199), at 1 % two
        assertThat(report.tprAtHalf().value()).isEqualTo(0.75);
        assertThat(report.tprAt1().value()).isEqualTo(1);
    }

    @Test
    void undefinedScoresAreCountedAndLeftOut() {
        List<ScoredLabel> texts = new ArrayList<>(ScoredTexts.of(new double[] {1}, new double[] {2}));
        texts.add(ScoredLabel.of(DocumentIdentity.of("short"), Label.MACHINE, OptionalDouble.empty()));
        DetectorReport report = Evaluation.of("d", texts, SETTINGS);
        assertThat(report.humans()).isEqualTo(1);
        assertThat(report.machines()).isEqualTo(1);
        assertThat(report.undefined()).isEqualTo(1);
        assertThat(report.auroc().value()).isEqualTo(1);
    }

    @Test
    void oneClassAloneHasNoArea() {
        DetectorReport report = Evaluation.of("d", ScoredTexts.of(new double[] {1, 2}, new double[0]), SETTINGS);
        assertThat(report.auroc().value()).isNaN();
        assertThat(report.auroc().low()).isNaN();
    }

    @Test
    void calibratedRatesPerGroup() {
        List<ScoredLabel> texts = List.of(
                judged("a", Label.HUMAN, 0.05, "news"),
                judged("b", Label.HUMAN, 0.051, "news"),
                judged("c", Label.HUMAN, 0.5, "stories"),
                judged("d", Label.MACHINE, 0.01, "news"));
        DetectorReport report = Evaluation.of("d", texts, SETTINGS);
        assertThat(report.calibrated().falsePositives().value()).isEqualTo(1.0 / 3);
        assertThat(report.calibrated().truePositives().value()).isEqualTo(1);
        assertThat(report.groups()).extracting(GroupReport::group).startsWith("news", "stories");
        assertThat(report.groups().get(0).calibrated().falsePositives().value()).isEqualTo(0.5);
        assertThat(report.groups().get(1).calibrated().falsePositives().hits()).isZero();
        assertThat(report.groups().get(1).auroc().value()).isNaN();
    }

    @Test
    void calibratedRatesAtThreeRates() {
        List<ScoredLabel> texts = List.of(
                judged("a", Label.HUMAN, 0.005, "news"),
                judged("b", Label.HUMAN, 0.03, "news"),
                judged("c", Label.MACHINE, 0.008, "news"));
        GroupReport news = Evaluation.of("d", texts, SETTINGS).groups().get(0);
        assertThat(news.rates()).extracting(CalibratedRates::targetFpr).containsExactly(0.05, 0.01, 0.005);
        assertThat(news.rates())
                .extracting(rates -> rates.falsePositives().hits())
                .containsExactly(2, 1, 1);
        assertThat(news.rates())
                .extracting(rates -> rates.truePositives().hits())
                .containsExactly(1, 1, 0);
    }

    @Test
    void withoutACalibrationThereAreNoRates() {
        DetectorReport report = Evaluation.of("d", ScoredTexts.of(new double[] {1}, new double[] {2}), SETTINGS);
        assertThat(report.rates()).isEmpty();
        assertThat(report.groups())
                .isNotEmpty()
                .allSatisfy(group -> assertThat(group.rates()).isEmpty());
    }

    @Test
    void groupsAreThoseAskedFor() {
        List<ScoredLabel> texts =
                List.of(judged("a", Label.HUMAN, 0.05, "news"), judged("b", Label.MACHINE, 0.01, "news"));
        EvaluationSettings settings = SETTINGS.groupedBy(List.of(Dimension.SOURCE, Dimension.DOMAIN));
        assertThat(Evaluation.of("d", texts, settings).groups())
                .extracting(GroupReport::dimension, GroupReport::group)
                .containsExactly(tuple(Dimension.SOURCE, "unknown"), tuple(Dimension.DOMAIN, "news"));
    }

    @Test
    void aGroupOfDistinctScoresHasAnInterval() {
        GroupReport group = Evaluation.of("d", noise(60), SETTINGS).groups().get(0);
        assertThat(group.auroc().value())
                .isBetween(group.auroc().low(), group.auroc().high());
        assertThat(group.auroc().low()).isLessThan(group.auroc().high());
    }

    @Test
    void orderOfTheTextsChangesNothing() {
        List<ScoredLabel> texts = new ArrayList<>(noise(60));
        DetectorReport report = Evaluation.of("d", texts, SETTINGS);
        Collections.shuffle(texts, new Random(3));
        assertThat(Evaluation.of("d", texts, SETTINGS)).isEqualTo(report);
    }

    @Test
    void intervalCoversTheAreaAndNarrowsWithMoreTexts() {
        Estimate few = Evaluation.of("d", noise(60), SETTINGS).auroc();
        Estimate many = Evaluation.of("d", noise(1500), SETTINGS).auroc();
        assertThat(few.value()).isBetween(few.low(), few.high());
        assertThat(many.high() - many.low()).isLessThan((few.high() - few.low()) / 3);
    }

    private static List<ScoredLabel> noise(int each) {
        Random random = new Random(5);
        return ScoredTexts.of(
                random.doubles(each, 0, 1).toArray(),
                random.doubles(each, 0.3, 1.3).toArray());
    }

    private static ScoredLabel judged(String document, Label label, double p, String domain) {
        return new ScoredLabel(
                DocumentIdentity.of(document),
                label,
                OptionalDouble.of(-p),
                OptionalDouble.of(p),
                Map.of(Dimension.DOMAIN, domain));
    }
}
