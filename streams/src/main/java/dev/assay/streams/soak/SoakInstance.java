package dev.assay.streams.soak;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.detectors.model.ModelStore;
import dev.assay.streams.Main;
import dev.assay.streams.judge.BundleJudges;
import dev.assay.streams.judge.Judge;
import dev.assay.streams.judge.Judges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * The program with two weaknesses: where a certain file appears, it is deleted and the worker that finds it meets a fault of the
 * machine, so that the stream thread whose text that was dies; and another file says for how long each text keeps its worker.
 */
final class SoakInstance {
    /** System property with the folder of both files. */
    static final String FOLDER = "assay.soak.folder";

    /** Name of the file that kills. */
    static final String DIE = "die";

    /** Name of the file that slows down; holds nanoseconds. */
    static final String DELAY = "delay";

    private SoakInstance() {}

    /** Runs one command, as {@link Main} does. */
    public static void main(String[] args) {
        Path folder = Path.of(System.getProperty(FOLDER));
        Judges judges = new BundleJudges(ModelStore::open);
        Main.run((settings, progress) -> weakened(judges.open(settings, progress), folder), args);
    }

    private static Judge weakened(Judge judge, Path folder) {
        return new Judge(
                text -> assess(judge, folder, text),
                judge.settings(),
                judge.provenance(),
                judge.calibrations(),
                judge.hasSeen(),
                judge.closing());
    }

    private static Assessment assess(Judge judge, Path folder, TextInput text) {
        try {
            if (Files.deleteIfExists(folder.resolve(DIE))) {
                throw new InternalError("planned by the soak"); // as of a page of a file that cannot be read
            }
            Path delay = folder.resolve(DELAY);
            if (Files.exists(delay)) {
                String nanos = Files.readString(delay);
                LockSupport.parkNanos(nanos.isEmpty() ? 0 : Long.parseLong(nanos)); // empty while it is being written
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return judge.assess().apply(text);
    }
}
