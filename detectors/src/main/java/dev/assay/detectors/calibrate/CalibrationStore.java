package dev.assay.detectors.calibrate;

import dev.assay.detectors.model.Bundle;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the calibrations of a bundle: those that ship with the program under the bundle's id, those in the bundle's own folder, and
 * files that the settings name.
 */
public final class CalibrationStore {
    private static final String NONE = "none";
    private static final int SHORTEST_ID = 8;

    private CalibrationStore() {}

    /**
     * Loads calibrations and stops where one was made for another model or other settings.
     *
     * @param scoring settings that touch scores, by name
     * @param wanted ids (at least {@value #SHORTEST_ID} digits) or files; empty: all that are found; {@code none}: none
     * @throws CalibrationException in one line that names the calibration and the remedy
     */
    public static CalibrationLadder load(Bundle bundle, Map<String, String> scoring, List<String> wanted) {
        if (wanted.equals(List.of(NONE))) {
            return CalibrationLadder.empty();
        }
        List<Calibration> calibrations = wanted.isEmpty() ? found(bundle) : named(bundle, wanted);
        for (Calibration calibration : calibrations) {
            calibration.certificate().requireMatch(calibration.id(), bundle.manifest(), scoring);
        }
        return CalibrationLadder.of(calibrations);
    }

    private static List<Calibration> named(Bundle bundle, List<String> wanted) {
        List<Calibration> found = found(bundle);
        List<Calibration> named = new ArrayList<>();
        for (String name : wanted) {
            Path file = Path.of(name);
            named.add(Files.isRegularFile(file) ? CalibrationFile.read(file) : byId(found, name, bundle));
        }
        return distinct(named);
    }

    private static Calibration byId(List<Calibration> found, String id, Bundle bundle) {
        return found.stream()
                .filter(calibration ->
                        id.length() >= SHORTEST_ID && calibration.id().startsWith(id))
                .findFirst()
                .orElseThrow(() -> new CalibrationException("calibration " + id + " is neither a file nor one of the "
                        + found.size() + " for model " + bundle.manifest().name()
                        + ": name a file, or make one (assay calibrate)"));
    }

    private static List<Calibration> found(Bundle bundle) {
        List<Calibration> found = new ArrayList<>(shipped(bundle.id()));
        found.addAll(in(bundle.calibrations()));
        return distinct(found);
    }

    private static List<Calibration> distinct(List<Calibration> calibrations) {
        Map<String, Calibration> byId = new TreeMap<>();
        calibrations.forEach(calibration -> byId.putIfAbsent(calibration.id(), calibration));
        return List.copyOf(byId.values());
    }

    /** Lists the folder beside this class: a jar need hold no entries for folders, so a class is where to start. */
    private static List<Calibration> shipped(String bundle) {
        try {
            URI here = CalibrationStore.class
                    .getResource(CalibrationStore.class.getSimpleName() + ".class")
                    .toURI();
            if (!"jar".equals(here.getScheme())) {
                return in(shippedFolder(Path.of(here), bundle));
            }
            return inJar(here.getRawSchemeSpecificPart(), bundle);
        } catch (IOException | URISyntaxException e) {
            throw new CalibrationException("the shipped calibrations cannot be listed (" + e.getMessage() + ")", e);
        }
    }

    /** {@code entry} is the jar's URI, {@code !}, and this class's path in it. */
    private static List<Calibration> inJar(String entry, String bundle) throws IOException {
        int separator = entry.indexOf("!/");
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(entry.substring(0, separator))))) {
            return in(shippedFolder(jar.getPath(entry.substring(separator + 1)), bundle));
        }
    }

    /** {@code dev/assay/detectors/calibrations/<bundle id>}, from {@code dev/assay/detectors/calibrate/X.class}. */
    private static Path shippedFolder(Path thisClass, String bundle) {
        return thisClass.getParent().resolveSibling("calibrations").resolve(bundle);
    }

    private static List<Calibration> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .map(CalibrationFile::read)
                    .toList();
        } catch (IOException e) {
            throw new CalibrationException(
                    "calibrations in " + folder + " cannot be listed (" + e.getMessage() + ")", e);
        }
    }
}
