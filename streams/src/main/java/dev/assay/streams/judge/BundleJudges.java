package dev.assay.streams.judge;

import dev.assay.detectors.Assessor;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.ModelStore;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Judges over the models of this machine; the default one is fetched where it is not here yet. */
public final class BundleJudges implements Judges {
    private static final String DEFAULT = "default";

    private final Supplier<ModelStore> store;

    /** @param store opens the store; called when a model is wanted */
    public BundleJudges(Supplier<ModelStore> store) {
        this.store = store;
    }

    @Override
    public Judge open(Settings settings, Consumer<String> progress) {
        Bundle bundle = bundle(settings, progress);
        Assessor assessor = Assessor.open(bundle, ScoringSettings.fitted(settings, bundle));
        return Judge.of(assessor, assessor::close);
    }

    /** The bundle that the settings name; the default one is fetched where it is not here yet. */
    public Bundle bundle(Settings settings, Consumer<String> progress) {
        String model = settings.get(SettingTable.MODEL);
        if (!model.equals(DEFAULT)) {
            return store.get().find(model);
        }
        ModelStore here = store.get();
        here.choice().ifPresent(choice -> progress.accept("model=default is the one in " + choice));
        return here.findOrPullDefault(new PullLines(progress));
    }
}
