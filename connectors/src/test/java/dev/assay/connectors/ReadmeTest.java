package dev.assay.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.connectors.sink.JsonLinesSinkConnector;
import dev.assay.connectors.source.JsonLinesSourceConnector;
import dev.assay.connectors.webhook.WebhookSinkConnector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of options and examples are what definitions and files say; a failure prints them as they should be. */
class ReadmeTest {
    private static final Path README = Path.of(System.getProperty("assay.root"), "connectors", "README.md");

    static Stream<Arguments> plugins() {
        return Stream.of(
                Arguments.of("ToTextEvent", new ToTextEvent<>().config()),
                Arguments.of("JsonLinesSourceConnector", new JsonLinesSourceConnector().config()),
                Arguments.of("WebhookSinkConnector", new WebhookSinkConnector().config()),
                Arguments.of("JsonLinesSinkConnector", new JsonLinesSinkConnector().config()));
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void listsTheOptionsAsTheyAre(String plugin, ConfigDef definition) throws IOException {
        assertThat(String.join("\n", table(plugin)))
                .isEqualTo(String.join(
                        "\n",
                        definition.configKeys().values().stream()
                                .map(ReadmeTest::row)
                                .toList()));
    }

    @Test
    void listsTheExamplesAndTheirVariables() throws IOException {
        try (Stream<Path> examples = Files.list(README.resolveSibling("etc"))) {
            List<String> rows = examples.map(ReadmeTest::example).sorted().toList();
            assertThat(table("Examples").stream()
                            .map(row -> row.replaceFirst("(?<=`) \\| .* \\| (?=`)", " "))
                            .sorted())
                    .containsExactlyElementsOf(rows);
        }
    }

    private static String example(Path file) {
        try {
            String variables = Pattern.compile("\\$\\{env:(\\w+)}")
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> "`" + found.group(1) + "`")
                    .collect(Collectors.joining(", "));
            return "| `" + file.getFileName() + "` " + variables + " |";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> table(String plugin) throws IOException {
        return Files.readAllLines(README).stream()
                .dropWhile(line -> !line.equals("## " + plugin))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    private static String row(ConfigKey key) {
        return "| `" + key.name + "` | " + key.type.name().toLowerCase(Locale.ROOT) + " | " + standard(key) + " | "
                + key.documentation + " |";
    }

    private static String standard(ConfigKey key) {
        if (key.defaultValue == ConfigDef.NO_DEFAULT_VALUE) {
            return "required";
        }
        String value = key.defaultValue instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : String.valueOf(key.defaultValue);
        return key.defaultValue == null || value.isEmpty() ? "unset" : "`" + value + "`";
    }
}
