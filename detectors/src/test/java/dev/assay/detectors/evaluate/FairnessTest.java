package dev.assay.detectors.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.decide.Decision;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessTest {
    private final List<JudgedText> texts = new ArrayList<>();

    @Test
    void namesGroupsAboveTheStatedRate() {
        add("learners", Decision.FLAGGED, 4);
        add("learners", Decision.CLEARED, 16);
        add("natives", Decision.FLAGGED, 1);
        add("natives", Decision.CLEARED, 19);
        FairnessReport report = Fairness.of(Dimension.GROUP, texts, 0.05);
        assertThat(report.above()).extracting(GroupAlarms::group).containsExactly("learners");
        assertThat(report.all().alarms()).isEqualTo(Rate.of(5, 40));
        GroupAlarms learners = report.groups().get(0);
        assertThat(learners.alarms()).isEqualTo(Rate.of(4, 20));
        // P(X ≥ 4) of 20 at 5 % is 0.015902, the smaller of two
        assertThat(learners.p()).isCloseTo(2 * 0.015902, within(1e-5));
        // P(X ≥ 1) = 1 − 0.95²⁰
        assertThat(report.groups().get(1).p()).isCloseTo(1 - Math.pow(0.95, 20), within(1e-12));
    }

    @Test
    void manyGroupsAreLookedAtMoreStrictly() {
        add("learners", Decision.FLAGGED, 4);
        add("learners", Decision.CLEARED, 16);
        for (int i = 0; i < 3; i++) {
            add("other " + i, Decision.CLEARED, 20);
        }
        FairnessReport report = Fairness.of(Dimension.GROUP, texts, 0.05);
        assertThat(report.above()).isEmpty();
        assertThat(report.groups().get(0).p()).isCloseTo(4 * 0.015902, within(1e-5));
        assertThat(report.groups())
                .extracting(GroupAlarms::p)
                .allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
    }

    @Test
    void abstentionsAreCountedBesideTheRate() {
        add("lists", Decision.ABSTAINED, 3);
        add("lists", Decision.CLEARED, 1);
        add("poems", Decision.ABSTAINED, 2);
        FairnessReport report = Fairness.of(Dimension.GROUP, texts, 0.05);
        assertThat(report.groups()).extracting(GroupAlarms::abstained).containsExactly(3, 2);
        assertThat(report.groups().get(0).alarms()).isEqualTo(Rate.of(0, 1));
        assertThat(report.groups().get(1).p()).isEqualTo(1);
        assertThat(report.isDecided()).isTrue();
        assertThat(Fairness.of(Dimension.GROUP, texts.subList(4, 6), 0.05).isDecided())
                .isFalse();
    }

    @Test
    void aDocumentCountsOnce() {
        add("learners", Decision.FLAGGED, 1);
        texts.add(texts.get(0));
        texts.add(new JudgedText(texts.get(0).document(), "natives", Decision.CLEARED));
        FairnessReport report = Fairness.of(Dimension.GROUP, texts, 0.05);
        assertThat(report.groups()).extracting(GroupAlarms::alarms).containsExactly(Rate.of(1, 1), Rate.of(0, 1));
    }

    private void add(String group, Decision decision, int times) {
        for (int i = 0; i < times; i++) {
            DocumentIdentity document = DocumentIdentity.of(group + decision + i);
            texts.add(new JudgedText(document, group, decision));
        }
    }
}
