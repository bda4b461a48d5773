package dev.assay.streams.doctor;

import dev.assay.streams.run.StateFolder;
import dev.assay.streams.settings.Settings;
import java.nio.file.Path;

/** Whether the folder of the pending store can be written. */
final class StateCheck implements Check {
    private final Once<Path> folder;

    StateCheck(Once<Path> folder) {
        this.folder = folder;
    }

    /** The folder that the settings name, made where it is missing. */
    static Once<Path> folder(Settings settings) {
        return new Once<>(() -> StateFolder.ready(settings));
    }

    @Override
    public String name() {
        return "state folder";
    }

    @Override
    public Finding run() {
        return Finding.ok(this, folder.get() + " can be written");
    }
}
