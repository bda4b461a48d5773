package dev.assay.streams.doctor;

/** Bytes for a person. */
final class Megabytes {
    private static final long MEGABYTE = 1_000_000;

    private Megabytes() {}

    /** Rounded up, such as {@code 12 MB}. */
    static String of(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE + " MB";
    }
}
