import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What Grafana does with a dashboard: asks Prometheus all its queries. Arguments: Prometheus' address and the dashboard's file. Prints
 * the single numbers and how many queries have series; fails where a query is refused, or the first row has no numbers within a minute.
 */
final class Dashboard {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String prometheus;

    private Dashboard(String prometheus) {
        this.prometheus = prometheus;
    }

    public static void main(String[] arguments) throws Exception {
        JsonNode panels = JSON.readTree(new File(arguments[1])).get("panels");
        Dashboard dashboard = new Dashboard(arguments[0]);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!dashboard.ask(panels, System.nanoTime() > end)) {
            Thread.sleep(1000);
        }
    }

    /** Whether every single number is there; prints them then. Complains where it is the last time. */
    private boolean ask(JsonNode panels, boolean last) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        int queries = 0;
        int answered = 0;
        for (JsonNode panel : panels) {
            for (JsonNode target : panel.path("targets")) {
                JsonNode series = query(target.get("expr").asText());
                queries++;
                answered += series.isEmpty() ? 0 : 1;
                if (panel.get("type").asText().equals("stat")) {
                    if (series.isEmpty() && last) {
                        throw new IllegalStateException(panel.get("title").asText() + " has no number");
                    }
                    if (series.isEmpty()) {
                        return false;
                    }
                    lines.add(String.format("%-28s %s", panel.get("title").asText(), series.at("/0/value/1").asText()));
                }
            }
        }
        lines.forEach(System.out::println);
        System.out.println(answered + " of " + queries + " queries of the dashboard have series.");
        return true;
    }

    private JsonNode query(String expression) throws IOException, InterruptedException {
        String text = expression.replace("$instance", ".+").replace("$__rate_interval", "1m");
        URI uri = URI.create(prometheus + "/api/v1/query?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        JsonNode answer = JSON.readTree(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
        if (!answer.path("status").asText().equals("success")) {
            throw new IllegalStateException(text + ": " + answer);
        }
        return answer.at("/data/result");
    }
}
