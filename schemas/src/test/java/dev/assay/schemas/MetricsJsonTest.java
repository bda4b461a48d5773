package dev.assay.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MetricsJsonTest {

    @Test
    void readsBackToTheSameRecord() {
        for (Metrics metrics :
                new Metrics[] {Samples.metrics(), Metrics.newBuilder().build()}) {
            assertThat(MetricsJson.read(MetricsJson.write(metrics))).isEqualTo(metrics);
        }
    }

    @Test
    void hasTheShapeThatReadersRelyOn() {
        assertThat(MetricsJson.write(Samples.metrics()))
                .startsWith("{\"window_start\":\"2026-11-24T10:00:00Z\",\"window_end\":\"2026-11-24T10:01:00Z\","
                        + "\"question\":\"MACHINE\",\"dimension\":\"DOMAIN\",\"value\":\"news\",\"verdicts\":3,"
                        + "\"decisions\":{\"ABSTAINED\":1,\"CLEARED\":2},\"reasons\":{\"NONE\":2,\"TOO_SHORT\":1},"
                        + "\"bytes\":900,\"tokens\":200,\"scored_tokens\":199,\"bytes_per_token\":4.5,"
                        + "\"latency\":{\"count\":3,\"sum\":120.5,\"minimum\":40.0,\"maximum\":80.5,"
                        + "\"quantiles\":{\"0.5\":40.0},\"sketch\":\"AP9/\"},\"p_values\":{")
                .endsWith("\"drift\":{\"texts\":2,\"mean_p\":0.375,\"ks\":0.5,\"upper_texts\":1,\"ks_upper\":0.0,"
                        + "\"null_share\":1.0}}")
                .doesNotContain("\n");
    }

    @Test
    void refusesWhatIsNoRecord() {
        assertThatThrownBy(() -> MetricsJson.read("{\"latency\":{\"sketch\":\"?secret\"}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Metrics.latency.sketch")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> MetricsJson.read("{\"value\":\"secret\""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
