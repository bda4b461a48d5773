package dev.assay.streams.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.streams.http.MeterTable;
import dev.assay.streams.operation.Expressions.Expression;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Alert rules and dashboard rest on the table of metrics and on nothing else. */
class ExpressionsTest {
    private static final Set<String> OF_THE_SCRAPE = Set.of("job", "instance");
    private static final Pattern MATCHED = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"");
    private static final Pattern GROUPED = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Map<String, Set<String>> LABELS = labels();

    @Test
    void askForMetricsOfTheTableWithTheirLabels() throws IOException {
        for (Expression expression : Expressions.all()) {
            Set<String> known = new HashSet<>(OF_THE_SCRAPE);
            assertThat(expression.selectors()).as(expression.origin()).isNotEmpty();
            for (String selector : expression.selectors()) {
                String name = selector.replaceFirst("\\{.*", "");
                assertThat(LABELS).as(expression.origin()).containsKey(name);
                Set<String> here = new HashSet<>(LABELS.get(name));
                here.addAll(OF_THE_SCRAPE);
                assertThat(here).as(expression.origin()).containsAll(words(MATCHED, selector));
                known.addAll(here);
            }
            words(GROUPED, expression.text())
                    .forEach(group ->
                            assertThat(known).as(expression.origin()).containsAll(List.of(group.split(",\\s*", -1))));
        }
    }

    @Test
    void dashboardUsesTheDatasourceThatIsProvisioned() throws IOException {
        JsonNode source = Expressions.yaml(
                        Expressions.ROOT.resolve("config/grafana/provisioning/datasources/prometheus.yml"))
                .get("datasources")
                .get(0);
        assertThat(Expressions.dashboard().findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(used -> {
                    assertThat(used.get("uid").asText())
                            .isEqualTo(source.get("uid").asText());
                    assertThat(used.get("type").asText())
                            .isEqualTo(source.get("type").asText());
                });
    }

    @Test
    void panelsHaveNumbersOfTheirOwnAndDoNotOverlap() throws IOException {
        Set<String> cells = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : Expressions.dashboard().get("panels")) {
            assertThat(ids.add(panel.get("id").asInt()))
                    .as(panel.get("title").asText())
                    .isTrue();
            JsonNode at = panel.get("gridPos");
            assertThat(at.get("x").asInt() + at.get("w").asInt()).isLessThanOrEqualTo(24);
            for (int x = 0; x < at.get("w").asInt(); x++) {
                for (int y = 0; y < at.get("h").asInt(); y++) {
                    String cell = (at.get("x").asInt() + x) + "," + (at.get("y").asInt() + y);
                    assertThat(cells.add(cell)).as(panel.get("title").asText()).isTrue();
                }
            }
        }
    }

    /** Labels by the name of a series: a summary and a histogram have several names. */
    private static Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new HashMap<>();
        labels.put("up", Set.of()); // Prometheus' own
        for (MeterTable.Row row : MeterTable.all()) {
            Set<String> own = Set.of(row.labels().split(",\\s*", -1));
            boolean plain = row.type().equals("counter") || row.type().equals("gauge");
            if (plain || own.contains("quantile")) {
                labels.put(row.name(), own);
            }
            if (!plain) {
                Set<String> without = new HashSet<>(own);
                without.removeAll(Set.of("le", "quantile"));
                List.of("_sum", "_count", "_max").forEach(part -> labels.put(row.name() + part, without));
            }
            if (own.contains("le")) {
                labels.put(row.name() + "_bucket", own);
            }
        }
        return labels;
    }

    private static List<String> words(Pattern pattern, String text) {
        List<String> words = new ArrayList<>();
        pattern.matcher(text).results().forEach(match -> words.add(match.group(1)));
        return words;
    }
}
