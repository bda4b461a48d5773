package dev.assay.streams.detection;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What health says of an application whose threads live: whether it gets on. Both limits follow from the time that one text may take, since for so
 * long nothing may move without anything being wrong.
 */
final class Vitals {
    private static final Duration SHORTEST_UNREADY = Duration.ofSeconds(30);
    private static final Duration SHORTEST_DEAD = Duration.ofMinutes(1);

    private final Progress progress;
    private final Duration unreadyAfter;
    private final Duration deadAfter;
    private final Supplier<Optional<String>> trouble;
    private final BooleanSupplier helpless;
    /** For how long nothing had moved when unread records were seen first; null while there are none. */
    private Duration stillAtLag;

    /**
     * @param trouble why the engine scores less than it should
     * @param helpless whether none of its workers is left
     */
    Vitals(Progress progress, Duration textTimeout, Supplier<Optional<String>> trouble, BooleanSupplier helpless) {
        this.progress = progress;
        this.trouble = trouble;
        this.helpless = helpless;
        // Long texts on a slow machine take a small part of their time; a stop is known long before it is over.
        unreadyAfter = textTimeout.dividedBy(4).plus(SHORTEST_UNREADY);
        // At most twice that time for a text (the second time alone), and as much again to be sure.
        deadAfter = textTimeout.multipliedBy(3).plus(SHORTEST_DEAD);
    }

    /** Why only a restart helps; empty where it need not be. */
    Optional<String> dead() {
        if (helpless.getAsBoolean()) {
            return trouble.get();
        }
        Duration still = progress.still();
        return still.compareTo(deadAfter) > 0 ? Optional.of(standsStill(still)) : Optional.empty();
    }

    /**
     * Why it does not get on; empty where it does.
     *
     * @param lag records that it has not read yet
     */
    synchronized Optional<String> unready(double lag) {
        Duration still = lag > 0 ? sinceLag() : progress.still();
        if (lag == 0) {
            stillAtLag = null;
        }
        if (still.compareTo(unreadyAfter) <= 0) {
            return trouble.get();
        }
        return Optional.of(
                lag > 0 ? standsStill(still) + ", and " + Math.round(lag) + " to be read" : standsStill(still));
    }

    /** Records that have just come to an idle application are no sign that it stands still. */
    private Duration sinceLag() {
        Duration still = progress.sinceMoved();
        if (stillAtLag == null || stillAtLag.compareTo(still) > 0) {
            stillAtLag = progress.still().isZero() ? still : Duration.ZERO;
        }
        return still.minus(stillAtLag);
    }

    private String standsStill(Duration still) {
        return "nothing was read, scored or answered for " + still.toSeconds() + " s, with " + progress.pending()
                + " events pending";
    }
}
