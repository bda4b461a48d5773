package dev.assay.detectors.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;

/** The default model, for tests that need it: they run where it is in the cache. */
public final class DefaultModel {
    private static final ModelStore STORE = ModelStore.open();
    private static Optional<Bundle> bundle;

    private DefaultModel() {}

    /** Whether it has been pulled. */
    public static synchronized boolean isHere() {
        if (bundle == null) {
            // In whichever precision: a test names the one that it needs, and nothing is timed here.
            bundle = inCache().stream().findFirst().map(found -> Bundle.open(found.directory()));
        }
        return bundle.isPresent();
    }

    /** Skips the test, and says how to have it run, where the model has not been pulled. */
    public static void assumeHere() {
        assumeTrue(isHere(), "the default model is not in " + STORE.directory() + "; run `./assay models pull`");
    }

    /** Its bundles in every precision that has been imported here; none where it has not been. */
    public static List<Bundle> inCache() {
        return STORE.list().stream()
                .filter(bundle -> bundle.manifest().sourceSha256().equals(PinnedModel.DEFAULT.sha256()))
                .filter(DefaultModel::isCurrent)
                .toList();
    }

    private static boolean isCurrent(Bundle bundle) {
        BundleManifest manifest = bundle.manifest();
        return manifest.importerVersion()
                == Precision.named(manifest.precision()).importerVersion();
    }

    /** The same model in fp32, imported where it has not been; skips the test where the model is not here. */
    public static Bundle inFp32() {
        return in("fp32");
    }

    /** The same in any precision, whichever this CPU is served with. */
    public static synchronized Bundle in(String precision) {
        return STORE.inPrecision(bundle(), precision, PullProgress.SILENT);
    }

    /** The bundle; skips the test where there is none. */
    public static Bundle bundle() {
        assumeHere();
        return bundle.orElseThrow();
    }
}
