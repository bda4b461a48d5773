package dev.assay.connectors.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.junit.jupiter.api.Test;

/** The worker's properties of the compose file are such as Connect knows, and give the examples what they ask for. */
class ComposeWorkerTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.root"));
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:(\\w+)}");

    @Test
    void everyPropertyIsConnects() throws IOException {
        Map<String, String> properties = properties();
        var config = new DistributedConfig(properties);
        // These are for the provider and the converter that the worker makes.
        properties.keySet().removeIf(key -> key.matches("(config\\.providers\\.env|value\\.converter)\\..+"));
        assertThat(config.values()).containsKeys(properties.keySet().toArray(String[]::new));
        assertThat(config.exactlyOnceSourceEnabled()).isTrue();
    }

    @Test
    void examplesMayReadTheirVariables() throws IOException {
        String allowed = properties().get("config.providers.env.param.allowlist.pattern");
        List<String> variables = new ArrayList<>();
        try (Stream<Path> examples = Files.list(ROOT.resolve("connectors/etc"))) {
            for (Path example : examples.toList()) {
                VARIABLE.matcher(Files.readString(example)).results().forEach(match -> variables.add(match.group(1)));
            }
        }
        assertThat(variables)
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(variable).matches(allowed));
        String compose = Files.readString(ROOT.resolve("docker-compose.yml"));
        assertThat(variables).contains("INPUT_FOLDER", "VERDICT_FOLDER");
        assertThat(compose).contains("INPUT_FOLDER: /data/in", "VERDICT_FOLDER: /data/verdicts");
        assertThat(Files.readString(ROOT.resolve("Dockerfile"))).contains("mkdir -p /data/in /data/verdicts");
    }

    private static Map<String, String> properties() throws IOException {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(ROOT.resolve("config/connect/connect-distributed.properties"))) {
            properties.load(in);
        }
        Map<String, String> map = new TreeMap<>();
        properties.forEach((key, value) -> map.put(key.toString(), value.toString()));
        return map;
    }
}
