package dev.assay.streams.upgrade;

/**
 * A change that an operator makes while events are pending.
 *
 * @param name as in docs/upgrades.md, and before the topics of its walk
 * @param change walks it, and leaves the events to be answered
 */
record Step(String name, Change change) {
    /** What is done. */
    interface Change {
        void walk(Walk walk) throws Exception;
    }

    static final int BEFORE = 60; // events, most of which are pending at the change
    static final int AFTER = 20;

    /** Stop, change, start: the commonest way. */
    static Step stopAndStart(String name, Change between) {
        return new Step(name, walk -> {
            Runner first = walk.start("a", Release.CURRENT, true);
            walk.send(BEFORE);
            walk.awaitPending(first);
            first.close();
            between.walk(walk);
            walk.send(AFTER);
            walk.start("a", Release.CURRENT, false);
        });
    }

    /** Rolling: an instance with the change joins, then the one without it is stopped. */
    static Step rolling(String name, Change between) {
        return new Step(name, walk -> {
            Runner first = walk.start("a", Release.CURRENT, true);
            walk.send(BEFORE);
            walk.awaitPending(first);
            between.walk(walk);
            walk.start("b", Release.CURRENT, false);
            walk.send(AFTER);
            first.close();
        });
    }

    /** Rolling to another release, until no instance of the former one is left. */
    static Step rolling(String name, Release from, Release to) {
        return new Step(name, walk -> {
            walk.set("metrics.topic", "true"); // its group is rolled, too
            walk.set("kafka.consumer.session.timeout.ms", "6000"); // 0.1.0 does not take leave
            Runner first = walk.start("a", from, true);
            walk.send(BEFORE);
            walk.awaitPending(first);
            Runner second = walk.start("b", to, false);
            walk.send(AFTER);
            first.close();
            walk.start("a", to, false); // with the state that the other release left
            walk.send(AFTER);
            walk.awaitAnswers();
            second.close();
        });
    }
}
