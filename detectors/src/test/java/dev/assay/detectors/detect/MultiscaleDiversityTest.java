package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class MultiscaleDiversityTest {
    private final JsonNode golden = Golden.file("lastde_sequences.json");

    @Test
    void exampleOfThePaper() {
        // four cosines 0.605, 0.699, 0.924, 0.931 fall into bins 8, 8, 9, 9 of 10: ln 2 / ln 10
        double[] entropies = new MultiscaleDiversity(3, 1, 3).perScale(new double[] {1, 2, 13, 7, 9, 5, 4}, 10);
        assertThat(entropies).containsExactly(new double[] {Math.log10(2), 0, 0}, within(1e-12));
    }

    @Test
    void everyScaleOfTheAuthorsSequences() {
        for (JsonNode sequence : golden.get("sequences")) {
            double[] x = Golden.doubles(sequence.get("logProbs"));
            for (JsonNode setting : sequence.get("cases")) {
                MultiscaleDiversity diversity = setting(setting);
                if (x.length >= diversity.orbit() + diversity.scales()) {
                    assertThat(diversity.perScale(x, setting.get("bins").asInt()))
                            .as(sequence.get("name").asText())
                            .containsExactly(Golden.doubles(setting.get("de")), within(1.5e-7));
                    assertContrast(diversity, x, setting);
                }
            }
        }
    }

    @Test
    void undefinedBelowOrbitPlusScales() {
        assertThat(new MultiscaleDiversity(4, 8, 15)
                        .contrast(Texts.noise(18, 0).scores().logProbs()))
                .isEmpty();
        assertThat(new MultiscaleDiversity(4, 8, 15)
                        .contrast(Texts.noise(19, 0).scores().logProbs()))
                .isPresent();
    }

    private static void assertContrast(MultiscaleDiversity diversity, double[] x, JsonNode setting) {
        if (setting.get("lastdeStd").isNull()) {
            assertThat(diversity.contrast(x)).isEmpty();
        } else {
            double expected = setting.get("lastdeStd").asDouble();
            assertThat(diversity.contrast(x).orElseThrow()).isCloseTo(expected, within(1e-6 * Math.abs(expected)));
        }
    }

    private static MultiscaleDiversity setting(JsonNode setting) {
        return new MultiscaleDiversity(
                setting.get("embedSize").asInt(),
                setting.get("epsilonMultiplier").asInt(),
                setting.get("tauPrime").asInt());
    }
}
