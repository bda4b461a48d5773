package dev.assay.connectors.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** The worker's REST interface, as a user would call it. */
final class ConnectRest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    ConnectRest(int port) {
        this.url = "http://127.0.0.1:" + port;
    }

    /** Asks until the worker takes it: while a group rebalances, it answers 409. */
    void put(String name, Map<String, String> config) throws IOException {
        String body = JSON.writeValueAsString(config);
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> {
            HttpResponse<String> answer = send("PUT", "/connectors/" + name + "/config", body);
            if (answer != null && answer.statusCode() == 400) {
                throw new IllegalArgumentException(answer.body());
            }
            return answer != null && answer.statusCode() / 100 == 2;
        });
    }

    void awaitRunning(String name, int tasks) {
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> {
            JsonNode status = get("/connectors/" + name + "/status");
            return status.path("connector").path("state").asText().equals("RUNNING")
                    && status.path("tasks").size() == tasks
                    && status.path("tasks").findValuesAsText("state").stream().allMatch("RUNNING"::equals);
        });
    }

    /** The answer; an empty object where there is none: a worker that is starting says nothing, or that in HTML. */
    JsonNode get(String path) throws IOException {
        HttpResponse<String> answer = send("GET", path, null);
        boolean json = answer != null
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        return json ? JSON.readTree(answer.body()) : JSON.createObjectNode();
    }

    boolean post(String path) {
        HttpResponse<String> answer = send("POST", path, "");
        return answer != null && answer.statusCode() / 100 == 2;
    }

    /** The answer, or null where nobody listens. */
    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException notYet) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
