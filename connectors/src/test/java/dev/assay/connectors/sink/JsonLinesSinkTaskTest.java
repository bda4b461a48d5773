package dev.assay.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.connectors.SinkContext;
import dev.assay.connectors.Verdicts;
import dev.assay.schemas.Decision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesSinkTaskTest {
    private static final TopicPartition P0 = new TopicPartition("a-1.b", 0);

    @TempDir
    Path folder;

    @Test
    void namesFilesByTheirOffsets() throws IOException {
        JsonLinesSinkTask task = start("file.max.records", "3");
        task.put(rows(5, 12));
        assertThat(names())
                .containsExactly(
                        "a-1.b-0-00000000000000000005-00000000000000000007.jsonl",
                        "a-1.b-0-00000000000000000008-00000000000000000010.jsonl");
        assertThat(committed(task)).isEqualTo(11);
        assertThat(lines()).containsExactlyElementsOf(numbers(5, 11));
        task.close(List.of(P0));
        assertThat(lines()).containsExactlyElementsOf(numbers(5, 12));
        assertThat(hidden()).isEmpty();
    }

    @Test
    void whatIsNotCompleteIsWrittenAgain() throws IOException {
        JsonLinesSinkTask killed = start("file.max.records", "4");
        killed.put(rows(0, 10)); // 8 and 9 are in no complete file
        assertThat(hidden()).hasSize(1);
        JsonLinesSinkTask next = start("file.max.records", "4");
        next.put(rows(0, 14)); // read again from the start: nothing was committed
        next.close(List.of(P0));
        assertThat(lines()).containsExactlyElementsOf(numbers(0, 14));
    }

    @Test
    void aTaskThatLostItsPartitionCompletesNothing() throws IOException {
        JsonLinesSinkTask stale = start("file.max.records", "4");
        stale.put(rows(0, 6));
        JsonLinesSinkTask owner = start("file.max.records", "4");
        assertThatThrownBy(() -> stale.put(rows(6, 9))).isInstanceOf(ConnectException.class);
        stale.close(List.of(P0));
        owner.put(rows(4, 9));
        owner.close(List.of(P0));
        assertThat(lines()).containsExactlyElementsOf(numbers(0, 9));
    }

    @Test
    void rollsBySizeAndAge() throws IOException {
        JsonLinesSinkTask bySize = start("file.max.bytes", "20");
        bySize.put(rows(0, 5));
        assertThat(names()).hasSize(1);
        bySize.close(List.of(P0));
        JsonLinesSinkTask byAge = start("file.max.ms", "1");
        byAge.put(rows(5, 6));
        Awaitility.await().until(() -> {
            byAge.put(List.of());
            return names().size() == 3;
        });
    }

    @Test
    void compresses() throws IOException {
        JsonLinesSinkTask task = start("compression", "gzip", "file.max.records", "2");
        task.put(rows(0, 3));
        task.close(List.of(P0));
        assertThat(names()).allMatch(name -> name.endsWith(".jsonl.gz"));
        assertThat(lines()).containsExactlyElementsOf(numbers(0, 3));
    }

    @Test
    void writesVerdictsAsAssayPrintsThem() throws IOException {
        JsonLinesSinkTask task = start("file.max.records", "1");
        task.put(List.of(new SinkRecord(P0.topic(), 0, null, null, null, Verdicts.struct("e1", Decision.CLEARED), 0)));
        assertThat(lines()).containsExactly(Verdicts.json("e1", Decision.CLEARED));
    }

    @Test
    void passesTombstones() throws IOException {
        JsonLinesSinkTask task = start("file.max.records", "1");
        task.put(List.of(new SinkRecord(P0.topic(), 0, null, "k", null, null, 0)));
        task.close(List.of(P0));
        assertThat(names()).isEmpty();
        assertThat(hidden()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> start("folder", folder.resolve("file/sub").toString()))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("file/sub");
    }

    private JsonLinesSinkTask start(String... more) {
        var settings = new HashMap<String, String>(Map.of("folder", folder.toString()));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        var task = new JsonLinesSinkTask();
        task.initialize(new SinkContext(null));
        task.start(settings);
        task.open(List.of(P0));
        return task;
    }

    private static long committed(JsonLinesSinkTask task) {
        return task.preCommit(Map.of(P0, new OffsetAndMetadata(99))).get(P0).offset();
    }

    private static List<SinkRecord> rows(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(i -> new SinkRecord(P0.topic(), 0, null, "k", null, Map.of("n", i), i))
                .toList();
    }

    private static List<String> numbers(long from, long to) {
        return LongStream.range(from, to).mapToObj(i -> "{\"n\":" + i + "}").toList();
    }

    private List<String> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> names() throws IOException {
        return all().stream().filter(name -> !name.startsWith(".")).toList();
    }

    private List<String> hidden() throws IOException {
        return all().stream().filter(name -> name.startsWith(".")).toList();
    }

    private List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        for (String name : names()) {
            try (InputStream raw = Files.newInputStream(folder.resolve(name));
                    InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
                lines.addAll(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
            }
        }
        return lines;
    }
}
