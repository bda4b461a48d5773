package dev.assay.streams.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.decide.Answer;
import dev.assay.detectors.decide.Band;
import dev.assay.detectors.decide.Decision;
import dev.assay.detectors.decide.Reason;
import dev.assay.detectors.decide.Span;
import dev.assay.detectors.decide.Tier;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.detect.Score;
import dev.assay.detectors.normalize.Alterations;
import dev.assay.schemas.AlterationCounts;
import dev.assay.schemas.Direction;
import dev.assay.schemas.Provenance;
import dev.assay.schemas.ScoreValue;
import dev.assay.schemas.TextEvent;
import dev.assay.schemas.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictMapperTest {
    private static final Instant WRITTEN = Instant.ofEpochMilli(1000);
    private static final Instant DECIDED = Instant.ofEpochMilli(2000);
    private static final Answer FLAGGED = new Answer(
            Decision.FLAGGED, null, Reason.NONE, 0.001, null, 0.01, Band.STRONG, "lrr", "c1", "news/128-255");
    private static final Answer FAMILIAR =
            new Answer(Decision.FAMILIAR, Tier.SIGNAL, Reason.NONE, 0.01, 99.5, 0.01, Band.WEAK, "dc-pdd", null, null);

    private final Verdict verdict = new VerdictMapper(
                    Provenance.newBuilder().setBundleId("b").build())
            .verdict(event(), assessment(FLAGGED), DECIDED);

    @Test
    void saysWhatAndWhen() {
        assertThat(verdict.getEventId()).isEqualTo("id");
        assertThat(verdict.getSource()).isEqualTo("source");
        assertThat(verdict.getCreatedAt()).isEqualTo(WRITTEN);
        assertThat(verdict.getDecidedAt()).isEqualTo(DECIDED);
        assertThat(verdict.getProvenance().getBundleId()).isEqualTo("b");
        assertThat(verdict.getShadow()).isFalse();
    }

    @Test
    void namesTheSettingsThatTheTextWasJudgedBy() {
        VerdictMapper mapper =
                new VerdictMapper(Provenance.newBuilder().setBundleId("b").build());
        AssessorSettings none = AssessorSettings.defaults().withCalibrations(List.of("none"));
        AssessorSettings one = none.withCalibrations(List.of("c1"));
        for (AssessorSettings settings : List.of(none, one, one, none)) {
            Provenance said = mapper.verdict(event(), assessment(FLAGGED, settings), DECIDED)
                    .getProvenance();
            assertThat(said.getCalibrations()).isEqualTo(settings.equals(one) ? List.of("c1") : List.of());
            assertThat(said.getSettings()).containsEntry("calibrations", settings.equals(one) ? "c1" : "none");
            assertThat(said.getSettingsHash()).isEqualTo(settings.hash());
            assertThat(said.getBundleId()).isEqualTo("b");
        }
    }

    @Test
    void sumsUpTheText() {
        assertThat(verdict.getText().getSha256()).isEqualTo("hash");
        assertThat(verdict.getText().getBytes()).isEqualTo(40);
        assertThat(verdict.getText().getCharacters()).isEqualTo(30);
        assertThat(verdict.getText().getTokens()).isEqualTo(20);
        assertThat(verdict.getText().getScoredTokens()).isEqualTo(10);
        assertThat(verdict.getText().getAlterations()).isEqualTo(new AlterationCounts(1, 2, 3, 4));
    }

    @Test
    void answersBothQuestions() {
        var machine = verdict.getQuestions().get("MACHINE");
        assertThat(machine.getDecision()).isEqualTo(dev.assay.schemas.Decision.FLAGGED);
        assertThat(machine.getTier()).isNull();
        assertThat(machine.getBand()).isEqualTo(dev.assay.schemas.Band.STRONG);
        assertThat(machine.getRung()).isEqualTo("news/128-255");
        var membership = verdict.getQuestions().get("MEMBERSHIP");
        assertThat(membership.getTier()).isEqualTo(dev.assay.schemas.Tier.SIGNAL);
        assertThat(membership.getPercentile()).isEqualTo(99.5);
    }

    @Test
    void givesScoresTheirDirectionAndNoValueWhereUndefined() {
        assertThat(verdict.getScores())
                .containsEntry("lrr", new ScoreValue(0.5, Direction.HIGHER_MEANS_MACHINE))
                .containsEntry("dc-pdd", new ScoreValue(null, Direction.HIGHER_MEANS_FAMILIAR));
    }

    @Test
    void keepsSpans() {
        assertThat(verdict.getSpans()).containsExactly(new dev.assay.schemas.Span(1L, 2L, 3L, 4L, 0.5, 0.25));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void hasAWordForEveryReason(Reason reason) {
        Answer abstained = new Answer(Decision.ABSTAINED, null, reason, null, null, 0.01, null, "lrr", null, null);
        Verdict mapped = new VerdictMapper(new Provenance()).verdict(event(), assessment(abstained), DECIDED);
        assertThat(mapped.getQuestions().get("MACHINE").getReason().name()).isEqualTo(reason.name());
    }

    @Test
    void hasAWordForEveryDecisionTierAndBand() {
        assertThat(names(dev.assay.schemas.Decision.values())).containsAll(names(Decision.values()));
        assertThat(names(dev.assay.schemas.Tier.values())).containsAll(names(Tier.values()));
        assertThat(names(dev.assay.schemas.Band.values())).containsAll(names(Band.values()));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static TextEvent event() {
        return new TextEvent("id", "source", "text", WRITTEN, null, null, Map.of());
    }

    private static Assessment assessment(Answer machine) {
        return assessment(machine, AssessorSettings.defaults());
    }

    private static Assessment assessment(Answer machine, AssessorSettings settings) {
        return new Assessment(
                "hash",
                40,
                30,
                20,
                10,
                "en",
                "news",
                new Alterations(30, 1, 2, 3, 4),
                Map.of(Question.MACHINE, machine, Question.MEMBERSHIP, FAMILIAR),
                Map.of(
                        "lrr", new Score(Question.MACHINE, OptionalDouble.of(0.5)),
                        "dc-pdd", new Score(Question.MEMBERSHIP, OptionalDouble.empty())),
                List.of(new Span(1, 2, 3, 4, 0.5, 0.25)),
                settings);
    }
}
