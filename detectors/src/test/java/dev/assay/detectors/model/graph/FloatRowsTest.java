package dev.assay.detectors.model.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatRowsTest {
    private static final int ROWS = 300;

    @TempDir
    Path folder;

    /** In the graph's own file, and beside it. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 0})
    void readsWhatGraphFileWrites(long limit) throws IOException {
        GraphFile.write(graph(), folder.resolve("g.onnx"), limit);
        List<float[]> rows = read();
        assertThat(rows).hasSize(ROWS);
        assertThat(rows.get(0)).containsExactly(0, 1);
        assertThat(rows.get(ROWS - 1)).containsExactly(2 * ROWS - 2, 2 * ROWS - 1);
    }

    @Test
    void dataCutShortIsRefused() throws IOException {
        GraphFile.write(graph(), folder.resolve("g.onnx"), 0);
        Path data = folder.resolve("g.onnx.data");
        byte[] bytes = Files.readAllBytes(data);
        Files.write(data, Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(this::read).isInstanceOf(IOException.class).hasMessage("cut short");
    }

    private List<float[]> read() throws IOException {
        List<float[]> rows = new ArrayList<>();
        FloatRows.read(folder.resolve("g.onnx"), "table", ROWS, 2, (number, row) -> rows.add(row.get()));
        return rows;
    }

    private static Graph graph() {
        Graph graph = new Graph("g");
        graph.floats("before", () -> new float[2000], 2000);
        graph.floats(
                "table",
                () -> {
                    float[] values = new float[2 * ROWS];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = i;
                    }
                    return values;
                },
                ROWS,
                2);
        graph.longs("after", new long[] {1}, 1);
        return graph;
    }
}
