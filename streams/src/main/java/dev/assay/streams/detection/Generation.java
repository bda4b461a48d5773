package dev.assay.streams.detection;

/**
 * One life of a task, from {@code init} to {@code close} or to the next {@code init}. Nobody wants the results of an ended one: the task's
 * next life, here or elsewhere, submits its events again.
 */
final class Generation {
    private volatile boolean ended;

    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }
}
