package dev.assay.streams.soak;

/**
 * A kind of odd records, each of which once stopped something, or might.
 *
 * @param name what is odd, in a few words
 * @param due what must come of it
 * @param maker makes one
 */
record Kind(String name, Due due, Maker maker) {
    /** Makes records. */
    @FunctionalInterface
    interface Maker {
        /**
         * Makes one.
         *
         * @param key of its source
         * @param id of its event
         * @param now ms since 1970
         */
        OddRecord make(byte[] key, String id, long now);
    }
}
