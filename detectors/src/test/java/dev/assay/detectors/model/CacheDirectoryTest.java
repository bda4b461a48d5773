package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheDirectoryTest {
    @Test
    void assaysOwnVariableComesFirst() {
        Map<String, String> environment = Map.of("ASSAY_CACHE", "/a/b", "XDG_CACHE_HOME", "/x");
        assertThat(CacheDirectory.locate(environment, "/home/u")).isEqualTo(Path.of("/a/b"));
    }

    @Test
    void thenTheDesktopsThenTheHomeFolder() {
        assertThat(CacheDirectory.locate(Map.of("XDG_CACHE_HOME", "/x"), "/home/u"))
                .isEqualTo(Path.of("/x/assay"));
        assertThat(CacheDirectory.locate(Map.of("ASSAY_CACHE", " "), "/home/u"))
                .isEqualTo(Path.of("/home/u/.cache/assay"));
    }
}
