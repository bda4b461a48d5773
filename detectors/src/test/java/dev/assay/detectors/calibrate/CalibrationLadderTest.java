package dev.assay.detectors.calibrate;

import static dev.assay.detectors.calibrate.Calibrations.DETECTOR;
import static dev.assay.detectors.calibrate.Calibrations.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationLadderTest {
    private static final double QUARTER = 0.25; // needs three references

    private final Calibration news = Calibrations.of("news", 100, 1, 2, 3);
    private final Calibration longNews = Calibrations.of("news", text("n-9", 300, 9));
    private final Calibration forum = Calibrations.of("forum", 100, 5, 6, 7);
    private final Calibration rare = Calibrations.of("poems", 100, 8);
    private final CalibrationLadder ladder = CalibrationLadder.of(List.of(news, longNews, forum, rare));

    private PValue at(String domain, int tokens, double score, double alpha) {
        return ladder.pValue(DETECTOR, domain, tokens, score, alpha).orElseThrow();
    }

    @Test
    void takesDomainAndLengthFirst() {
        PValue p = at("news", 100, 4, QUARTER);

        assertThat(p.rung()).isEqualTo("news/64-127");
        assertThat(p.value()).isEqualTo(1 / 4.0);
        assertThat(p.calibrations()).containsExactly(news.id());
    }

    @Test
    void thenTheDomain() {
        PValue p = at("news", 300, 4, QUARTER);

        assertThat(p.rung()).isEqualTo("news");
        assertThat(p.value()).isEqualTo(2 / 5.0); // 9 is at least 4
        assertThat(p.calibrations()).containsExactlyInAnyOrder(news.id(), longNews.id());
    }

    @Test
    void thenAll() {
        PValue p = at("poems", 100, 6.5, QUARTER);

        assertThat(p.rung()).isEqualTo("all");
        assertThat(p.value()).isEqualTo(4 / 9.0); // 7, 8 and 9 of eight
    }

    @Test
    void anUnknownDomainTakesTheLargestOverThoseWithEnough() {
        for (String unknown : new String[] {null, "recipes"}) {
            PValue p = at(unknown, 100, 5.5, QUARTER);

            assertThat(p.rung()).isEqualTo("largest:forum/64-127");
            assertThat(p.value()).isEqualTo(3 / 4.0);
        }
        assertThat(at(null, 100, 5.5, 0.12).rung()).isEqualTo("all"); // no domain has seven
    }

    @Test
    void hasNothingWhereNoRungIsEnough() {
        assertThat(ladder.pValue(DETECTOR, "news", 100, 4, 0.01)).isEmpty();
        assertThat(ladder.pValue("lrr", "news", 100, 4, QUARTER)).isEmpty();
        assertThat(CalibrationLadder.empty().pValue(DETECTOR, null, 100, 4, 0.5))
                .isEmpty();
    }

    @Test
    void countsADocumentOnce() {
        Calibration again = Calibrations.of("news", text("news-0", 110, 50), text("news-1", 110, 50));
        PValue p = CalibrationLadder.of(List.of(news, again))
                .pValue(DETECTOR, "news", 100, 0, QUARTER)
                .orElseThrow();
        assertThat(p.references()).isEqualTo(3);
    }

    @Test
    void doesNotDependOnTheOrderOfLoading() {
        Calibration again = Calibrations.of("news", text("news-0", 100, 50));
        PValue one = CalibrationLadder.of(List.of(news, again))
                .pValue(DETECTOR, "news", 100, 4, 0.5)
                .orElseThrow();
        PValue two = CalibrationLadder.of(List.of(again, news))
                .pValue(DETECTOR, "news", 100, 4, 0.5)
                .orElseThrow();
        assertThat(one).isEqualTo(two);
    }

    @Test
    void takesMoreThanItHasAndTheSameOnce() {
        Calibration more = Calibrations.of("poems", text("poem-0", 100, 50));
        CalibrationLadder larger =
                ladder.with(List.of(more, ladder.calibrations().get(0)));
        assertThat(larger.calibrations())
                .hasSize(ladder.calibrations().size() + 1)
                .contains(more)
                .isSortedAccordingTo(Comparator.comparing(Calibration::id));
        assertThat(ladder.calibrations()).doesNotContain(more);
    }

    @Test
    void lengthClassesBeginWhereTheyShould() {
        assertThat(List.of(64, 127, 128, 255, 256, 511, 512, 9000).stream()
                        .map(n -> LengthBucket.of(n).label()))
                .containsExactly("64-127", "64-127", "128-255", "128-255", "256-511", "256-511", "512+", "512+");
    }
}
