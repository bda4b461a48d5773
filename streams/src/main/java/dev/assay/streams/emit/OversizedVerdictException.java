package dev.assay.streams.emit;

/** A verdict does not fit its topic. */
final class OversizedVerdictException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    OversizedVerdictException(long bytes, long limit) {
        super("the verdict's record has " + bytes + " bytes, and its topic takes " + limit
                + ": raise the topic's max.message.bytes, or score with fewer detectors");
    }
}
