package dev.assay.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictJsonTest {

    @Test
    void readsBackToTheSameVerdict() {
        Verdict verdict = Samples.verdict();
        assertThat(VerdictJson.read(VerdictJson.write(verdict))).isEqualTo(verdict);
    }

    @Test
    void readsBackAVerdictOfDefaults() {
        Verdict verdict = Verdict.newBuilder().build();
        assertThat(VerdictJson.read(VerdictJson.write(verdict))).isEqualTo(verdict);
    }

    @Test
    void hasTheShapeThatReadersRelyOn() {
        String json = VerdictJson.write(Samples.verdict());
        assertThat(json)
                .startsWith("{\"id\":\"e-1\",\"event_id\":\"e-1\",\"source\":\"ann\","
                        + "\"created_at\":\"2026-11-24T10:00:00.123Z\",\"decided_at\":\"2026-11-24T10:00:01Z\","
                        + "\"text\":{\"sha256\":\"ab12\",\"bytes\":34,\"characters\":30,\"tokens\":12,"
                        + "\"scored_tokens\":12,\"language\":\"de\",\"domain\":\"news\",\"alterations\":{")
                .contains("\"machine\":{\"decision\":\"FLAGGED\",\"tier\":null,\"reason\":\"NONE\","
                        + "\"p_value\":0.0049504950495049506,\"percentile\":null,\"target_fpr\":0.01,"
                        + "\"band\":\"MEDIUM\",\"detector\":\"bits-per-byte\",\"calibration\":\"c1\","
                        + "\"rung\":\"news/128-255\"}")
                .contains("\"membership\":{\"decision\":\"ABSTAINED\",\"tier\":\"SIGNAL\"")
                .contains("\"scores\":{\"bits-per-byte\":-0.3333333333333333,\"lastde\":null,\"dc-pdd\":4.9E-324}")
                .contains("\"directions\":{\"bits-per-byte\":\"HIGHER_MEANS_MACHINE\",")
                .endsWith("\"shadow\":true}")
                .doesNotContain("\n");
    }

    @Test
    void writesEachVerdictsOwnProvenance() {
        Provenance one = Provenance.newBuilder().setBundleId("one").build();
        Provenance other = Provenance.newBuilder().setBundleId("other").build();
        for (Provenance provenance : new Provenance[] {one, other, one, one}) {
            Verdict verdict = Verdict.newBuilder().setProvenance(provenance).build();
            assertThat(VerdictJson.read(VerdictJson.write(verdict))).isEqualTo(verdict);
        }
    }

    @Test
    void takesAnInfiniteScoreForUndefined() {
        Verdict verdict = Verdict.newBuilder()
                .setScores(Map.of("loss", new ScoreValue(Double.NEGATIVE_INFINITY, Direction.UNKNOWN)))
                .build();
        assertThat(VerdictJson.write(verdict)).contains("\"scores\":{\"loss\":null}");
    }

    @Test
    void readsALaterProgramsVerdict() {
        String later = "{\"id\":\"x\",\"created_at\":5,\"questions\":{\"machine\":{\"decision\":\"PONDERED\"}},"
                + "\"scores\":{\"loss\":-1},\"mood\":\"blue\"}";
        Verdict verdict = VerdictJson.read(later);
        assertThat(verdict.getEventId()).isEqualTo("x");
        assertThat(verdict.getCreatedAt().toEpochMilli()).isEqualTo(5);
        assertThat(verdict.getQuestions().get("MACHINE").getDecision()).isEqualTo(Decision.ABSTAINED);
        assertThat(verdict.getScores().get("loss")).isEqualTo(new ScoreValue(-1.0, Direction.UNKNOWN));
    }

    @Test
    void namesTheFieldThatIsOfAnotherType() {
        assertThatThrownBy(() -> VerdictJson.read("{\"text\":{\"tokens\":\"secret\"}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Verdict.text.tokens")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> VerdictJson.read("{\"scores\":{\"loss\":true}}"))
                .hasMessageContaining("Verdict.scores.loss.value");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> VerdictJson.read("[]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerdictJson.read("{\"id\":\"x\"} secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
