package dev.assay.streams.detection;

/** An event does not fit the changelog of the pending store. */
final class OversizedPendingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OversizedPendingException(long size, long room) {
        super("the event takes " + size + " bytes in the changelog of the pending store, which takes " + room
                + ": raise that topic's max.message.bytes, and send the event again");
    }
}
