package dev.assay.detectors.model;

/** Is told how a model's way into the cache goes. */
public interface PullProgress {
    /** Told nothing to nobody. */
    PullProgress SILENT = new PullProgress() {
        @Override
        public void says(String line) {
            // silent
        }

        @Override
        public void downloaded(long bytes, long of) {
            // silent
        }
    };

    /** What is being done, or why a source was passed over; one line. */
    void says(String line);

    /** How far a download is; called a few times a second. */
    void downloaded(long bytes, long of);
}
