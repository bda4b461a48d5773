package dev.assay.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.avro.Schema;

/** Confluent's HTTP interface over an in-process registry; planned answers come before its own. */
public final class FakeRegistry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer; a status below 0 is none at all. */
    public record Reply(int status, String body) {
        static final Reply SILENCE = new Reply(-1, "");
    }

    /** What was asked. */
    public record Asked(String request, String authorization) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SchemaRegistry schemas = MockRegistry.named("fake-" + UUID.randomUUID());
    private final Queue<Reply> planned = new ConcurrentLinkedQueue<>();
    private volatile Supplier<JsonNode> ofSubjects; // null: as they are
    private final Map<String, Reply> fixed = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public FakeRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The registry behind it, without HTTP. */
    public SchemaRegistry schemas() {
        return schemas;
    }

    /** A client with short waits and these settings besides. */
    public SchemaRegistry client(String... settings) {
        return SchemaRegistry.open(settings(url(), settings));
    }

    static RegistrySettings settings(String url, String... settings) {
        var all = new java.util.HashMap<String, String>(Map.of(
                RegistrySettings.URL,
                url,
                "http.read.timeout.ms",
                "2000",
                "retries.wait.ms",
                "1",
                "retries.max.wait.ms",
                "2",
                "max.retries",
                "1"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return RegistrySettings.from(all);
    }

    public void plan(int status, String body) {
        planned.add(new Reply(status, body));
    }

    /** From now on that path is answered so, such as {@code /schemas/ids/7}. */
    public void fix(String path, int status, String body) {
        fixed.put(path, new Reply(status, body));
    }

    /** From now on every question about a subject is answered so. */
    void answerSubjects(Supplier<JsonNode> answer) {
        ofSubjects = answer;
    }

    void planSilence() {
        planned.add(Reply.SILENCE);
    }

    public List<String> requests() {
        return asked.stream().map(Asked::request).toList();
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
        asked.add(new Asked(request, exchange.getRequestHeaders().getFirst("Authorization")));
        Reply next = planned.poll();
        Reply always = fixed.get(exchange.getRequestURI().getRawPath());
        Reply reply = always != null ? always : next == null ? own(request, body) : next;
        if (reply.status() > 0) {
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }
    }

    private Reply own(String request, JsonNode body) {
        try {
            return new Reply(200, answer(request.split("[ /]+"), body).toString());
        } catch (UnknownSchemaException unknown) {
            int code = request.contains("/ids/") ? 40403 : 40401;
            return new Reply(404, "{\"error_code\":" + code + ",\"message\":\"not found\"}");
        } catch (RefusedSchemaException refused) {
            return new Reply(409, "{\"error_code\":409,\"message\":\"incompatible\"}");
        }
    }

    // Parts of a path: method, subjects, SUBJECT, versions…
    private JsonNode answer(String[] part, JsonNode body) {
        if (part.length == 2) {
            return JSON.createArrayNode(); // all subjects: nobody looks at which
        }
        String subject = URLDecoder.decode(part[part.length > 2 ? 2 : 0], StandardCharsets.UTF_8);
        return switch (part[1]) {
            case "schemas" ->
                JSON.createObjectNode()
                        .put("schema", byIdOrGuid(part[2], part[3]).toString());
            case "compatibility" ->
                JSON.createObjectNode()
                        .put(
                                "is_compatible",
                                schemas.isCompatible(URLDecoder.decode(part[3], StandardCharsets.UTF_8), schema(body)));
            case "config" -> rule(part, body);
            default -> subject(part, subject, body);
        };
    }

    private JsonNode rule(String[] part, JsonNode body) {
        String subject = part.length > 2 ? URLDecoder.decode(part[2], StandardCharsets.UTF_8) : "";
        if (part[0].equals("PUT")) {
            schemas.setRule(
                    subject, CompatibilityRule.valueOf(body.get("compatibility").asText()));
        }
        return JSON.createObjectNode()
                .put("compatibilityLevel", schemas.rule(subject).name());
    }

    private Schema byIdOrGuid(String kind, String id) {
        return kind.equals("ids") ? schemas.byId(Integer.parseInt(id)) : schemas.byGuid(UUID.fromString(id));
    }

    private JsonNode subject(String[] part, String subject, JsonNode body) {
        if (ofSubjects != null) {
            return ofSubjects.get();
        }
        if (part.length == 3) {
            return version(schemas.lookUp(subject, schema(body)));
        }
        if (part[0].equals("GET") && part.length == 4) {
            return JSON.valueToTree(schemas.versions(subject));
        }
        return part.length == 5
                ? version(schemas.latest(subject))
                : JSON.createObjectNode().put("id", schemas.register(subject, schema(body)));
    }

    private static Schema schema(JsonNode body) {
        return new Schema.Parser().parse(body.get("schema").asText());
    }

    private static JsonNode version(RegisteredSchema row) {
        return JSON.createObjectNode()
                .put("subject", row.subject())
                .put("id", row.id())
                .put("version", row.version())
                .put("schema", row.schema().toString());
    }
}
