package dev.assay.streams.detection;

/** The pending store holds what this program must leave to another; the message is one line that names the remedy. */
final class PendingStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private PendingStoreException(String message) {
        super(message);
    }

    static PendingStoreException ofFormat(byte version, byte known) {
        return new PendingStoreException("the pending store holds events in format " + version
                + ", and this program reads up to " + known + ": let the version that wrote them finish them");
    }

    static PendingStoreException ofTopic(String foreign, String own) {
        return new PendingStoreException(
                "the pending store holds events of topic " + foreign + ", and this application reads " + own
                        + ": let an application with the prefix of that topic finish them, or give this one another application.id");
    }
}
