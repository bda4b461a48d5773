package dev.assay.detectors.model;

import java.nio.file.Path;
import java.util.Map;

/** Where models and downloads are kept between runs. */
public final class CacheDirectory {
    private CacheDirectory() {}

    /** {@code $ASSAY_CACHE}, else {@code $XDG_CACHE_HOME/assay}, else {@code ~/.cache/assay}; absolute, perhaps not there yet. */
    public static Path locate() {
        return locate(System.getenv(), System.getProperty("user.home"));
    }

    static Path locate(Map<String, String> environment, String home) {
        Path own = path(environment.get("ASSAY_CACHE"));
        Path shared = path(environment.get("XDG_CACHE_HOME"));
        Path cache = own != null ? own : shared != null ? shared.resolve("assay") : Path.of(home, ".cache", "assay");
        return cache.toAbsolutePath().normalize();
    }

    private static Path path(String value) {
        return value == null || value.isBlank() ? null : Path.of(value);
    }
}
