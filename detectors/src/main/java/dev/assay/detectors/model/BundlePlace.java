package dev.assay.detectors.model;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;

/**
 * A bundle's folder in the store. Beside what an import wrote lies what users put there, such as frequencies and calibrations: a new
 * import replaces the files that manifests name, and touches no other.
 */
final class BundlePlace {
    private BundlePlace() {}

    /** Moves a bundle that was written elsewhere to its place. */
    static Bundle put(Bundle fresh, Path place) throws IOException {
        if (Files.exists(place)) {
            replace(fresh, place);
        } else {
            Files.move(fresh.directory(), place, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Bundle(place, fresh.manifest());
    }

    /** The manifest comes last: until it is there, the files do not match the old one, and the next pull begins again. */
    private static void replace(Bundle fresh, Path place) throws IOException {
        Set<String> former = new HashSet<>(named(place));
        for (String name : fresh.manifest().files().keySet()) {
            move(fresh.directory().resolve(name), place.resolve(name));
        }
        move(fresh.directory().resolve(Bundle.MANIFEST), place.resolve(Bundle.MANIFEST));
        former.removeAll(fresh.manifest().files().keySet());
        for (String name : former) {
            Files.deleteIfExists(place.resolve(name));
        }
    }

    /** Names of the files that the import before wrote; none where its manifest is broken. */
    private static Set<String> named(Path place) {
        Set<String> names = new HashSet<>();
        try {
            for (String name :
                    Bundle.read(place.resolve(Bundle.MANIFEST)).files().keySet()) {
                if (Files.isRegularFile(place.resolve(name))) {
                    names.add(name);
                }
            }
        } catch (BundleException e) {
            return Set.of(); // then what lies there is nobody's to delete
        }
        return names;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) { // the place is a link to another disk
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
