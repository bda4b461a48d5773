package dev.assay.streams.soak;

import java.time.Duration;

/** The broker stands still (SIGSTOP) for longer than sessions and transactions last, and goes on. */
final class BrokerPause implements Fault {
    private static final Duration LENGTH = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "pause";
    }

    @Override
    public String what() {
        return "broker stopped for 30 s, seconds from its continuation";
    }

    @Override
    public int strikes() {
        return 1;
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        int inFlight = stage.awaitInFlight(stage.fleet()::inFlight);
        stage.broker().pause();
        Recovery recovery = stage.lookOut();
        stage.pass(LENGTH);
        long over = System.nanoTime();
        stage.broker().resume();
        stage.awaitRecovery(recovery);
        return Strike.of(inFlight, recovery, over);
    }
}
