package dev.assay.detectors.tokenize;

import dev.assay.detectors.model.CacheDirectory;

/**
 * Keeps DJL off the network. Its first use reports to its makers, and on a machine with CUDA it downloads another build of its
 * library; both are switched off by properties that it reads when it loads. The build for CPUs is in its own jar, and it is
 * unpacked into Assay's cache.
 */
final class QuietDjl {
    private QuietDjl() {}

    static void beforeLoading() {
        setUnlessSet("OPT_OUT_TRACKING", "true");
        setUnlessSet("ai.djl.offline", "true");
        setUnlessSet("RUST_FLAVOR", "cpu");
        setUnlessSet("DJL_CACHE_DIR", CacheDirectory.locate().resolve("native").toString());
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
