package dev.assay.detectors.detect;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The detectors that are there: those listed in {@code META-INF/services} on the class path, in that order. */
public final class Detectors {
    private static final List<Detector> ALL =
            ServiceLoader.load(Detector.class, Detectors.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private Detectors() {}

    /** Every detector; machine text first, then membership. */
    public static List<Detector> all() {
        return ALL;
    }

    /**
     * The detector of that name.
     *
     * @throws IllegalArgumentException when there is none; its message lists the known names
     */
    public static Detector named(String name) {
        return ALL.stream()
                .filter(detector -> detector.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static IllegalArgumentException unknown(String name) {
        String known = ALL.stream().map(Detector::name).collect(Collectors.joining(", "));
        return new IllegalArgumentException("no detector is named '" + name + "': choose among " + known);
    }
}
