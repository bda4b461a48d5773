package dev.assay.streams.judge;

import dev.assay.streams.settings.Settings;
import java.util.function.Consumer;

/** Makes a judge by the settings. */
@FunctionalInterface
public interface Judges {
    /**
     * Finds the model, fetching the default one where it is not here yet, and makes it ready.
     *
     * @param progress takes lines about long work
     */
    Judge open(Settings settings, Consumer<String> progress);
}
