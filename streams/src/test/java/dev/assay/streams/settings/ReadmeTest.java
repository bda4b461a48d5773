package dev.assay.streams.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path README = Path.of(System.getProperty("assay.root"), "streams", "README.md");

    @Test
    void tabulatesEverySetting() throws IOException {
        List<String> rows = Files.readAllLines(README).stream()
                .dropWhile(line -> !line.startsWith("| setting "))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(rows)
                .isEqualTo(SettingTable.all().stream().map(ReadmeTest::row).toList());
    }

    private static String row(Setting<?> setting) {
        String fallback = setting.shownFallback().isEmpty() ? "" : "`" + setting.shownFallback() + "`";
        return "| `" + setting.key() + "` | " + setting.values().replace("|", "\\|") + " | " + fallback + " | "
                + setting.sentence() + " |";
    }
}
