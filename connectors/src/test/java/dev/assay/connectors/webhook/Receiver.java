package dev.assay.connectors.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** A web server that answers as told and notes what it was sent. */
public final class Receiver implements AutoCloseable {
    /** A request: its headers are those that matter here. */
    public record Request(String id, String timestamp, String signature, String key, String body) {}

    /** An answer: status, and Retry-After or null; a redirect leads to another path of the same server. */
    public record Reply(int status, String retryAfter) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** Starts on a free port of loopback. */
    public Receiver(Function<Request, Reply> answer) throws IOException {
        this(HttpServer.create(address(), 0), answer);
    }

    /** With TLS. */
    static Receiver secured(SSLContext tls, Function<Request, Reply> answer) throws IOException {
        HttpsServer server = HttpsServer.create(address(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new Receiver(server, answer);
    }

    private Receiver(HttpServer server, Function<Request, Reply> answer) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> handle(exchange, answer));
        server.start();
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private void handle(HttpExchange exchange, Function<Request, Reply> answer) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var request = new Request(
                    headers.getFirst(Signature.ID),
                    headers.getFirst(Signature.TIMESTAMP),
                    headers.getFirst(Signature.HEADER),
                    headers.getFirst("X-API-KEY"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            Reply reply = answer.apply(request);
            if (reply.retryAfter() != null) {
                exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
            }
            if (reply.status() / 100 == 3) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(reply.status(), -1);
        }
    }

    /** Where it listens. */
    public String url() {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort() + "/hook";
    }

    /** All requests so far. */
    public List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
