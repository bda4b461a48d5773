package dev.assay.streams.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.model.Bundle;
import dev.assay.streams.settings.Settings;
import dev.assay.streams.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Disk and memory, on machines of any size. */
class RoomTest {
    private static final Path MODEL =
            Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K");

    private final Settings settings = new SettingsReader()
            .set("pending.capacity=10")
            .set("event.max.bytes=1000000")
            .set("topic.partitions=3")
            .set("engine.workers=2")
            .read();

    @Test
    void aDiskMustHoldEverySlotTwice() {
        Once<Path> folder = new Once<>(() -> Path.of("state"));
        assertThat(new DiskCheck(settings, folder, path -> 60_000_000L).run())
                .isEqualTo(new Finding("disk", Finding.Status.OK, "60 MB free in state, 60 MB needed at most"));
        Finding full = new DiskCheck(settings, folder, path -> 59_999_999L).run();
        assertThat(full.status()).isEqualTo(Finding.Status.FAILED);
        assertThat(full.says()).contains("state.dir", "pending.capacity");
    }

    @Test
    void heapModelWorkersAndProcessMustFitTogether() throws IOException {
        Once<Bundle> model = new Once<>(() -> Bundle.open(MODEL));
        long heap = 500_000_000;
        long needed = heap
                + Files.size(MODEL.resolve("body.onnx"))
                + Files.size(MODEL.resolve("head.onnx"))
                + 2 * MemoryCheck.WORKER_BYTES
                + MemoryCheck.PROCESS_BYTES;
        assertThat(new MemoryCheck(settings, model, () -> needed, heap).run().status())
                .isEqualTo(Finding.Status.OK);
        Finding small = new MemoryCheck(settings, model, () -> needed - 1, heap).run();
        assertThat(small.status()).isEqualTo(Finding.Status.FAILED);
        assertThat(small.says()).contains("heap 500 MB", "2 workers", "JAVA_OPTS", "engine.workers");
    }
}
