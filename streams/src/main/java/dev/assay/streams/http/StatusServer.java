package dev.assay.streams.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * {@code /health/live}, {@code /health/ready} and {@code /metrics}.
 *
 * <p>A health page answers 200 and {@code ok}, or 503 and the reason in one line. Metrics are in Prometheus' text format.
 */
public final class StatusServer implements AutoCloseable {
    private static final int MOST_THREADS = 8; // Jetty needs some for itself; probes and scrapes are few
    private static final int LEAST_THREADS = 2;
    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Javalin server;

    private StatusServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts to serve.
     *
     * @param host address to listen on, such as {@code 127.0.0.1}
     * @param port port to listen on, 0 for a free one
     * @throws StatusServerException when the port is taken or the address is not this machine's
     */
    public static StatusServer start(String host, int port, Health health, PrometheusMeterRegistry metrics) {
        Javalin server = Javalin.create(config -> {
            configure(config);
            config.routes
                    .get("/health/live", context -> answer(context, health.dead()))
                    .get(
                            "/health/ready",
                            context -> answer(context, health.dead().or(health::unready)))
                    .get(
                            "/metrics",
                            context -> context.contentType(METRICS_TYPE).result(metrics.scrape()));
        });
        try {
            server.start(host, port);
        } catch (JavalinException e) {
            server.stop();
            throw new StatusServerException(
                    "cannot serve health and metrics on " + host + ":" + port + " (" + reason(e)
                            + "); set http.port to another port, or to 0 for a free one.",
                    e);
        }
        return new StatusServer(server);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
    }

    private static void answer(Context context, Optional<String> trouble) {
        context.status(trouble.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .result(trouble.orElse("ok") + "\n");
    }

    private static String reason(JavalinException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
