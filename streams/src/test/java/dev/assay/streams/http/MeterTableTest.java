package dev.assay.streams.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeterTableTest {
    private static final Path README = Path.of(System.getProperty("assay.root"), "streams", "README.md");

    @Test
    void isTheReadmesTable() throws IOException {
        List<String> rows = Files.readAllLines(README).stream()
                .dropWhile(line -> !line.startsWith("| metric "))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(rows)
                .isEqualTo(MeterTable.all().stream().map(MeterTableTest::row).toList());
    }

    private static String row(MeterTable.Row row) {
        return "| `" + row.name() + "` | " + row.type() + " | " + row.labels() + " | " + row.help() + " |";
    }
}
