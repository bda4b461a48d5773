package dev.assay.streams.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private static final Path CASES =
            Expressions.ROOT.resolve("streams/src/test/resources/dev/assay/streams/operation/alerts-test.yml");

    @Test
    void eachSaysHowLongHowBadAndWhatToDo() throws IOException {
        for (JsonNode alert : Expressions.alerts()) {
            String name = alert.get("alert").asText();
            assertThat(alert.path("for").asText()).as(name).matches("\\d+m");
            assertThat(alert.at("/labels/severity").asText()).as(name).isIn("critical", "warning", "info");
            assertThat(alert.at("/annotations/summary").asText()).as(name).isNotBlank();
            assertThat(alert.at("/annotations/runbook").asText())
                    .as(name)
                    .isNotBlank()
                    .hasLineCount(1);
        }
    }

    @Test
    void eachFiresInACase() throws IOException {
        String cases = Files.readString(CASES);
        List<String> fired = Expressions.alerts().stream()
                .map(alert -> alert.get("alert").asText())
                .filter(name -> cases.contains("{alertname=\"" + name + "\""))
                .toList();
        assertThat(fired)
                .hasSameElementsAs(Expressions.alerts().stream()
                        .map(alert -> alert.get("alert").asText())
                        .toList());
    }

    @Test
    void prometheusTakesTheConfigurationAndTheCasesHold() throws Exception {
        Prometheus.assumeThere();
        assertThat(Prometheus.complaints(
                        "check",
                        "config",
                        Expressions.PROMETHEUS.resolve("prometheus.yml").toString()))
                .isEmpty();
        assertThat(Prometheus.complaints("test", "rules", CASES.toString())).isEmpty();
    }
}
