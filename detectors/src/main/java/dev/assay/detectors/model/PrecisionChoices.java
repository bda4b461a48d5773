package dev.assay.detectors.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was chosen for each kind of CPU, in a file of the model cache: machines of several kinds may share one, and what was measured or
 * asked for once holds at every start.
 */
final class PrecisionChoices {
    private final Path file;

    PrecisionChoices(Path file) {
        this.file = file;
    }

    /** What was chosen for a CPU. */
    Optional<PrecisionChoice> of(Cpu cpu) {
        return Optional.ofNullable(read().get(key(cpu)));
    }

    /** Remembers a choice. */
    void put(Cpu cpu, PrecisionChoice choice) throws IOException {
        Map<String, PrecisionChoice> all = read();
        all.put(key(cpu), choice);
        write(all);
    }

    /** Forgets what was chosen for a CPU. */
    void forget(Cpu cpu) throws IOException {
        Map<String, PrecisionChoice> all = read();
        if (all.remove(key(cpu)) != null) {
            write(all);
        }
    }

    private Map<String, PrecisionChoice> read() {
        if (!Files.isRegularFile(file)) {
            return new TreeMap<>();
        }
        try {
            return new ObjectMapper()
                    .readValue(file.toFile(), new TypeReference<TreeMap<String, PrecisionChoice>>() {});
        } catch (JsonProcessingException e) {
            throw new BundleException(file + " is no list of precisions; delete it, then run `assay models pull`", e);
        } catch (IOException e) {
            throw new BundleException(file + " cannot be read (" + e.getMessage() + "); check its permissions", e);
        }
    }

    /** Beside its place first: others may be reading. */
    private void write(Map<String, PrecisionChoice> all) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
        Files.writeString(
                fresh, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String key(Cpu cpu) {
        return cpu.name() + " (" + cpu.features() + ")";
    }
}
