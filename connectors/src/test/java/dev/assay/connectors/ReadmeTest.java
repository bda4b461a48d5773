package dev.assay.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path README = Path.of(System.getProperty("assay.root"), "connectors", "README.md");

    @Test
    void listsTheOptionsAsTheyAre() throws IOException {
        List<String> rows = Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(ToTextEventConfig.DEFINITION.configKeys().values().stream()
                        .map(ReadmeTest::row)
                        .toList());
    }

    private static String row(ConfigKey key) {
        return "| `" + key.name + "` | " + key.type.name().toLowerCase(java.util.Locale.ROOT) + " | " + standard(key)
                + " | " + key.documentation + " |";
    }

    private static String standard(ConfigKey key) {
        if (key.defaultValue == ConfigDef.NO_DEFAULT_VALUE) {
            return "required";
        }
        String value = String.valueOf(key.defaultValue);
        return key.defaultValue == null || value.equals("[]") ? "unset" : "`" + value + "`";
    }
}
