package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.event.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtWorkTest {
    @TempDir
    Path folder;

    private static SourcePosition event(long offset) {
        return new SourcePosition("text-events", 3, offset);
    }

    private AtWork open() {
        return AtWork.open(Optional.of(folder.resolve("file")));
    }

    @Test
    void theNextLifeKnowsWhatWasAtWorkWhenThisOneDied() {
        AtWork dies = open(); // is never closed
        int first = dies.begin(event(7));
        dies.begin(event(8));
        dies.end(first);
        dies.begin(event(9));
        dies.begin(new SourcePosition("t".repeat(249), Integer.MAX_VALUE, Long.MAX_VALUE));
        try (AtWork next = open()) {
            assertThat(next.left())
                    .containsExactlyInAnyOrder(
                            "text-events-3-8",
                            "text-events-3-9",
                            "t".repeat(249) + "-" + Integer.MAX_VALUE + "-" + Long.MAX_VALUE);
        }
    }

    @Test
    void anEndInPeaceLeavesNothing() {
        try (AtWork ends = open()) {
            ends.begin(event(7));
        }
        assertThat(folder).isEmptyDirectory();
        try (AtWork next = open()) {
            assertThat(next.left()).isEmpty();
        }
    }

    @Test
    void whereThereIsNoFileItDoesWithout() throws IOException {
        Files.createDirectory(folder.resolve("file"));
        try (AtWork none = open()) {
            none.end(none.begin(event(7)));
            assertThat(none.left()).isEmpty();
        }
    }
}
