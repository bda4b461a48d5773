package dev.assay.streams.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What alert rules and dashboard ask Prometheus. */
final class Expressions {
    static final Path ROOT = Path.of(System.getProperty("assay.root"));
    static final Path PROMETHEUS = ROOT.resolve("config/prometheus");
    private static final Path DASHBOARD = ROOT.resolve("config/grafana/dashboards/assay.json");
    private static final Pattern SELECTOR =
            Pattern.compile("\\b(?:assay|kafka|jvm|process|system)_[a-z0-9_]+(?:\\{[^}]*})?|\\bup\\b(?:\\{[^}]*})?");

    private Expressions() {}

    /**
     * One of them.
     *
     * @param origin alert, or panel and its query
     * @param text in PromQL, with no variables of Grafana
     */
    record Expression(String origin, String text) {
        /** Metrics in it, each with its label matchers. */
        List<String> selectors() {
            return SELECTOR.matcher(text).results().map(match -> match.group()).toList();
        }
    }

    /** A file of the repository. */
    static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode yaml(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }

    static List<JsonNode> alerts() throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        for (JsonNode group : yaml(PROMETHEUS.resolve("alerts.yml")).get("groups")) {
            group.get("rules").forEach(alerts::add);
        }
        return alerts;
    }

    static List<Expression> ofAlerts() throws IOException {
        return alerts().stream()
                .map(alert -> new Expression(
                        alert.get("alert").asText(), alert.get("expr").asText()))
                .toList();
    }

    static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(DASHBOARD.toFile());
    }

    /** As Grafana asks them when all instances are chosen. */
    static List<Expression> ofDashboard() throws IOException {
        List<Expression> all = new ArrayList<>();
        for (JsonNode panel : dashboard().get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                String text =
                        target.get("expr").asText().replace("$instance", ".+").replace("$__rate_interval", "1m");
                all.add(new Expression(
                        panel.get("title").asText() + " " + target.get("refId").asText(), text));
            }
        }
        return all;
    }

    static List<Expression> all() throws IOException {
        return Stream.concat(ofAlerts().stream(), ofDashboard().stream()).toList();
    }
}
