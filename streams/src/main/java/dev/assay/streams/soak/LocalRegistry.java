package dev.assay.streams.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.schemas.registry.RefusedSchemaException;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.schemas.registry.UnknownSchemaException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A schema registry's HTTP interface over the registry inside this process, to be switched off and on again on one port. */
final class LocalRegistry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORBIDDEN_STATUS = 403;
    private static final int UNKNOWN = 404;
    private static final int REFUSED = 409;

    /** The id that nobody may ask for. */
    static final int FORBIDDEN = 0x00f0f0f0;

    private final SchemaRegistry registry;
    private Javalin server;
    private int port;

    /** @param name that of the registry inside this process, {@code mock://name} */
    LocalRegistry(String name) {
        registry = SchemaRegistry.open(RegistrySettings.from(Map.of(RegistrySettings.URL, "mock://" + name)));
    }

    /** Answers from now on. */
    void up() {
        server = Javalin.create(this::configure).start("127.0.0.1", port);
        port = server.port();
    }

    /** Connections are refused from now on. */
    void down() {
        server.stop();
    }

    /** Where it answers while it does; known once it has been up. */
    String url() {
        return "http://127.0.0.1:" + port;
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool = new QueuedThreadPool(8, 2);
        config.routes
                .post("/subjects/{subject}/versions", this::register)
                .post("/subjects/{subject}", this::lookUp)
                .get("/schemas/ids/{id}", this::byId)
                .exception(UnknownSchemaException.class, (e, context) -> error(context, UNKNOWN, 40403))
                .exception(RefusedSchemaException.class, (e, context) -> error(context, REFUSED, REFUSED));
    }

    private void register(Context context) {
        int id = registry.register(context.pathParam("subject"), schema(context));
        context.json(JSON.createObjectNode().put("id", id));
    }

    private void lookUp(Context context) {
        var found = registry.lookUp(context.pathParam("subject"), schema(context));
        context.json(JSON.createObjectNode().put("id", found.id()).put("version", found.version()));
    }

    private void byId(Context context) {
        int id = Integer.parseInt(context.pathParam("id"));
        if (id == FORBIDDEN) {
            error(context, FORBIDDEN_STATUS, 40301);
            return;
        }
        Schema schema = registry.byId(id);
        context.json(JSON.createObjectNode().put("schema", schema.toString()));
    }

    private static Schema schema(Context context) {
        try {
            JsonNode asked = JSON.readTree(context.body());
            return new Schema.Parser().parse(asked.path("schema").textValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void error(Context context, int status, int code) {
        context.status(status).json(JSON.createObjectNode().put("error_code", code));
    }

    @Override
    public void close() {
        server.stop();
        registry.close();
    }
}
