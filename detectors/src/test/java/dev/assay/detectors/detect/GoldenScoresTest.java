package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every detector against values that others computed, to 1e-6 relative. */
class GoldenScoresTest {
    private static final double TOLERANCE = 1e-6;

    @Test
    void defaultModel() {
        Map<String, String> spelling = Map.of("lastde", "lastde(3,n,15)", "lastde-open", "lastde(3,10n,5)");
        int compared = 0;
        for (JsonNode text : Golden.file("smollm2-135m-reference.json").get("texts")) {
            for (Detector detector : Detectors.all()) {
                JsonNode expected = text.get("scores").path(spelling.getOrDefault(detector.name(), detector.name()));
                if (expected.isNumber()) {
                    assertClose(detector, Texts.ofDefaultModel(text), expected.asDouble());
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(8 * 12 + 3 * 2);
    }

    @Test
    void surprisal() {
        JsonNode expected = Golden.file("surprisal-reference.json");
        int compared = 0;
        for (JsonNode text : Golden.file("smollm2-135m-reference.json").get("texts")) {
            for (var score : expected.get(text.get("name").asText()).properties()) {
                assertClose(
                        Detectors.named(score.getKey()),
                        Texts.ofDefaultModel(text),
                        score.getValue().asDouble());
                compared++;
            }
        }
        assertThat(compared).isEqualTo(8 * 3 - 1); // two tokens have one step
    }

    @Test
    void learned() {
        int compared = 0;
        for (var text : Golden.file("assay-1-reference.json").properties()) {
            for (var score : text.getValue().properties()) {
                assertClose(
                        Detectors.named(score.getKey()),
                        Texts.ofDefaultModel(text.getKey()),
                        score.getValue().asDouble());
                compared++;
            }
        }
        assertThat(compared).isEqualTo(4 * 3);
    }

    @Test
    void membershipOfTheSmallModel() {
        Map<String, Detector> detectors = Map.of(
                "loss", new Loss(),
                "zlib", new Zlib(),
                "mink_20", new MinK(),
                "minkpp_20", new MinKPlusPlus(),
                "dcpdd_a0.001", new DcPdd(0.001),
                "dcpdd_a0.01", new DcPdd(),
                "dcpdd_a0.1", new DcPdd(0.1),
                "dcpdd_a1", new DcPdd(1),
                "dcpdd_a10", new DcPdd(10),
                "dcpdd_noclip", new DcPdd(Double.POSITIVE_INFINITY));
        JsonNode cases = Golden.file("stories260k-scores.json").get("cases");
        for (int i = 0; i < cases.size(); i++) {
            JsonNode expected = cases.get(i).get("scores");
            ScoredText text = Texts.ofStories(i);
            detectors.forEach((name, detector) ->
                    assertClose(detector, text, expected.get(name).asDouble()));
        }
    }

    @Test
    void smallLogits() {
        JsonNode expected = Golden.file("logits_small.json").get("expected");
        ScoredText text = SmallLogits.scored("logitsScore");
        assertClose(new LogLikelihood(), text, expected.get("likelihood").asDouble());
        assertClose(new LogRank(), text, expected.get("logrank").asDouble());
        // the authors' entropy is the entropy; ours is minus that, so that higher means machine
        assertClose(new Entropy(), text, -expected.get("entropy").asDouble());
        assertClose(
                new Lrr(),
                text,
                expected.get("lrr_lastde_repo_likelihood_over_neg_logrank").asDouble());
        assertClose(new LastDeOpen(), text, expected.get("lastde_3_10_5").asDouble());
        assertClose(
                new FastDetectGpt(),
                text,
                expected.get("fast_detect_gpt_analytic_ref_eq_score").asDouble());
        assertClose(
                new LastDePlusPlus(),
                text,
                expected.get("lastde_pp_given_samples").get("score").asDouble());
    }

    private static void assertClose(Detector detector, ScoredText text, double expected) {
        assertThat(detector.score(text).orElseThrow())
                .as(detector.name())
                .isCloseTo(expected, within(TOLERANCE * Math.abs(expected) + 1e-15));
    }
}
