package dev.assay.streams.detection;

import dev.assay.streams.event.RawEvent;

/**
 * What the pending store holds of an event.
 *
 * @param raw as it was read
 * @param attempts how often it has been tried as a suspect ({@link Trials}); 0 for nearly all
 * @param restarts how often its partition's offsets have begun anew since it was taken in; 0 for nearly all
 */
record Kept(RawEvent raw, int attempts, int restarts) {
    Kept withAttempts(int tried) {
        return new Kept(raw, tried, restarts);
    }

    Kept afterRestart() {
        return new Kept(raw, attempts, restarts + 1);
    }
}
