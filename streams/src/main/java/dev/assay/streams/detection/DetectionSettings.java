package dev.assay.streams.detection;

import dev.assay.schemas.Topics;

/**
 * Sizes that the topology keeps to.
 *
 * @param eventLimit largest event value that is looked into, bytes
 * @param capacity events of one task that may wait for their scores before the next is held back
 * @param verdictRoom largest record that the verdict topic takes, bytes
 * @param deadLetterRoom largest record that the dead-letter topic takes, bytes
 * @param pendingRoom largest record that the changelog of the pending store takes, bytes
 */
public record DetectionSettings(int eventLimit, int capacity, long verdictRoom, long deadLetterRoom, long pendingRoom) {
    /** Settings for topics that are kept as {@link Topics} asks. */
    public static DetectionSettings of(int eventLimit, int capacity) {
        int room = eventLimit + Topics.RECORD_OVERHEAD;
        return new DetectionSettings(eventLimit, capacity, room, room, room);
    }

    /** Largest record that is written anywhere: an event of the largest size with what surrounds it. */
    int recordBytes() {
        return eventLimit + Topics.RECORD_OVERHEAD;
    }

    /** The same for topics that take less. */
    DetectionSettings withRooms(long verdicts, long deadLetters, long pending) {
        return new DetectionSettings(
                eventLimit,
                capacity,
                Math.min(verdictRoom, verdicts),
                Math.min(deadLetterRoom, deadLetters),
                Math.min(pendingRoom, pending));
    }
}
