package dev.assay.streams.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker-compose.yml}, with what it refers to in itself filled in. */
public final class Compose {
    private final JsonNode file;

    private Compose(JsonNode file) {
        this.file = file;
    }

    public static Compose read() throws IOException {
        try (Reader reader = Files.newBufferedReader(Path.of(System.getProperty("assay.root"), "docker-compose.yml"))) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return new Compose(new ObjectMapper().valueToTree(tree));
        }
    }

    JsonNode file() {
        return file;
    }

    /** Services by name, those of profiles too. */
    Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new LinkedHashMap<>();
        file.get("services").properties().forEach(entry -> services.put(entry.getKey(), entry.getValue()));
        return services;
    }

    JsonNode service(String name) {
        return file.get("services").get(name);
    }

    /** Variables of a service. */
    Map<String, String> environment(String service) {
        Map<String, String> variables = new TreeMap<>();
        service(service)
                .path("environment")
                .properties()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        return variables;
    }

    /** Most memory of a service, in bytes. */
    public long memory(String service) {
        String limit = service(service).get("mem_limit").asText();
        long unit = limit.endsWith("g") ? 1L << 30 : 1L << 20;
        return Long.parseLong(limit.replaceFirst("[gm]$", "")) * unit;
    }
}
