package dev.assay.connectors.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector that is restarted and a worker that is killed, both in the middle of files: nothing lost, nothing twice. */
class SourceExactlyOnceTest {
    private static final int FILES = 3;
    private static final int LINES = 400;
    private static final int BROKEN = 7; // every seventh line

    @TempDir
    Path folder;

    @Test
    void deliversEachLineOnce() throws Exception {
        Path input = Files.createDirectory(folder.resolve("input"));
        for (int file = 0; file < FILES; file++) {
            Files.write(input.resolve("f" + file + ".jsonl"), lines(file));
        }
        try (TestBroker broker = TestBroker.start(Files.createDirectory(folder.resolve("broker")))) {
            broker.create(2, "events");
            broker.create(1, "dead");
            try (WorkerProcess first = WorkerProcess.distributed(folder, broker.bootstrap())) {
                first.rest().put("lines", config(input));
                awaitRecords(broker, 60);
                assertThat(first.rest().post("/connectors/lines/restart?includeTasks=true"))
                        .isTrue();
                awaitRecords(broker, count(broker) + 100);
                first.kill();
            }
            assertThat(count(broker)).as("killed in the middle").isLessThan(FILES * LINES);
            try (WorkerProcess second = WorkerProcess.distributed(folder, broker.bootstrap())) {
                awaitRecords(broker, FILES * LINES);
                second.rest().awaitRunning("lines", 2);
            }
            check(broker);
        }
    }

    private static void check(TestBroker broker) throws Exception {
        var ids = new ArrayList<String>();
        for (String event : broker.values("events")) {
            ids.add(new ObjectMapper().readTree(event).path("id").asText());
        }
        List<String> wanted = new ArrayList<>();
        IntStream.range(0, FILES)
                .forEach(file -> IntStream.range(0, LINES)
                        .filter(line -> line % BROKEN != 0)
                        .forEach(line -> wanted.add(file + "/" + line)));
        assertThat(new HashSet<>(ids)).as("nothing lost").isEqualTo(new HashSet<>(wanted));
        assertThat(ids).as("nothing twice").hasSameSizeAs(wanted);
        assertThat(broker.read("dead")).hasSize(FILES * LINES - wanted.size());
    }

    private static List<String> lines(int file) {
        return IntStream.range(0, LINES)
                .mapToObj(line -> line % BROKEN == 0
                        ? "broken"
                        : "{\"id\":\"" + file + "/" + line + "\",\"source\":\"" + line % 9 + "\",\"text\":\"x\"}")
                .toList();
    }

    private static Map<String, String> config(Path input) {
        return Map.of(
                "connector.class", "JsonLinesSourceConnector",
                "tasks.max", "2",
                "folder", input.toString(),
                "topic", "events",
                "dead.letters.topic", "dead",
                "batch.max.records", "3",
                "exactly.once.support", "required");
    }

    private static int count(TestBroker broker) {
        return broker.read("events").size() + broker.read("dead").size();
    }

    private static void awaitRecords(TestBroker broker, int least) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> count(broker) >= least);
    }
}
