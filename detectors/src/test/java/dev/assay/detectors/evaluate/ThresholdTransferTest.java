package dev.assay.detectors.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.corpus.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ThresholdTransferTest {
    @Test
    void aDomainsThresholdInTheOthers() {
        List<ScoredLabel> texts = new ArrayList<>(humans("news", 39, 0)); // 0 … 38
        texts.addAll(humans("tales", 19, 30)); // 30 … 48
        List<ThresholdTransfer> transfers = ThresholdTransfer.of(texts);
        // of 39 the second highest is let through at 5 %, of 19 none; for 1 % both are too few
        assertThat(transfers)
                .extracting(
                        ThresholdTransfer::rate,
                        ThresholdTransfer::from,
                        ThresholdTransfer::humans,
                        ThresholdTransfer::threshold)
                .containsExactly(tuple(0.05, "news", 39, 37.0), tuple(0.05, "tales", 19, 48.0));
        assertThat(transfers.get(0).reached()).containsOnlyKeys("tales").containsValue(Rate.of(11, 19));
        assertThat(transfers.get(1).reached()).containsOnlyKeys("news").containsValue(Rate.of(0, 39));
    }

    @Test
    void onePerCentTakesNinetyNineTexts() {
        List<ScoredLabel> texts = new ArrayList<>(humans("news", 99, 0));
        texts.addAll(humans("tales", 3, 97)); // 97, 98, 99
        assertThat(ThresholdTransfer.of(texts))
                .extracting(ThresholdTransfer::rate, ThresholdTransfer::threshold)
                .containsExactly(tuple(0.05, 94.0), tuple(0.01, 98.0));
        assertThat(ThresholdTransfer.of(texts).get(1).reached()).containsValue(Rate.of(1, 3));
    }

    @Test
    void machineTextsAndUnknownDomainsTakeNoPart() {
        List<ScoredLabel> texts = new ArrayList<>(humans("news", 19, 0));
        texts.add(text("machine", Label.MACHINE, 50, Map.of(Dimension.DOMAIN, "tales")));
        texts.add(text("somebody", Label.HUMAN, 50, Map.of()));
        assertThat(ThresholdTransfer.of(texts)).isEmpty();
    }

    private static List<ScoredLabel> humans(String domain, int count, double lowest) {
        List<ScoredLabel> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text(domain + i, Label.HUMAN, lowest + i, Map.of(Dimension.DOMAIN, domain)));
        }
        return texts;
    }

    private static ScoredLabel text(String document, Label label, double score, Map<Dimension, String> groups) {
        return new ScoredLabel(
                DocumentIdentity.of(document), label, OptionalDouble.of(score), OptionalDouble.empty(), groups);
    }
}
