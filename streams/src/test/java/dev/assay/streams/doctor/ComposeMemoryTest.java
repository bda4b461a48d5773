package dev.assay.streams.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.operation.Compose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComposeMemoryTest {
    private static final int CORES = 20;
    private static final long MODEL_BYTES = 654_000_000; // the default one at fp32, the larger of its precisions

    /** By the doctor's sum, with the launcher's heap. */
    @Test
    void theLimitHoldsHeapModelAndTheWorkersOfABigMachine() throws IOException {
        String launcher = Files.readString(Path.of(System.getProperty("assay.root"), "assay"));
        Matcher heap = Pattern.compile("-Xmx(\\d+)m").matcher(launcher);
        assertThat(heap.find()).isTrue();
        long needed = (Long.parseLong(heap.group(1)) << 20)
                + MODEL_BYTES
                + CORES * MemoryCheck.WORKER_BYTES
                + MemoryCheck.PROCESS_BYTES;
        assertThat(Compose.read().memory("assay")).isGreaterThanOrEqualTo(needed);
    }
}
