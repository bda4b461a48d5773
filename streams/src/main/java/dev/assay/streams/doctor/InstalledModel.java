package dev.assay.streams.doctor;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.BundleException;
import dev.assay.detectors.model.ModelStore;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;

/** The model that the settings name, where it is on this machine already. */
final class InstalledModel {
    private static final String DEFAULT = "default";

    private InstalledModel() {}

    /**
     * Finds it and checks its files.
     *
     * @throws BundleException with the remedy, when it is not here or was altered
     */
    static Bundle of(Settings settings, ModelStore store) {
        String model = settings.get(SettingTable.MODEL);
        if (!model.equals(DEFAULT)) {
            return store.find(model);
        }
        return store.findDefault()
                .orElseThrow(() -> new BundleException("the default model " + store.defaultName() + " is not in "
                        + store.directory() + " yet: fetch it with `assay models pull`"));
    }
}
