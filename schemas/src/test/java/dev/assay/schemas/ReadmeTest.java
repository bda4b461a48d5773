package dev.assay.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path README = Path.of(System.getProperty("assay.root"), "schemas", "README.md");

    @Test
    void listsTheTopicsAsTheyAre() throws IOException {
        List<String> rows = Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("| `assay."))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        new Topics().all().stream().map(ReadmeTest::row).toList());
    }

    @Test
    void listsOnlySettingsThatAreRead() throws IOException {
        String sources = sources(Path.of(System.getProperty("assay.root"), "schemas", "src", "main", "java"));
        String readme = Files.readString(README);
        String table = readme.substring(readme.indexOf("## Registry settings"));
        List<String> settings = table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertThat(settings).hasSizeGreaterThan(10).allMatch(setting -> sources.contains("\"" + setting + "\""));
    }

    private static String row(Topic topic) {
        String settings = new TreeMap<>(topic.config()).toString().replaceAll("[{}]", "");
        return "| `" + topic.name() + "` | " + topic.key() + " | " + topic.value() + " | " + topic.writer() + " | "
                + topic.cleanUp() + " | " + topic.partitions() + " | " + (settings.isEmpty() ? "" : settings + " ")
                + "|";
    }

    private static String sources(Path root) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
