package dev.assay.streams.soak;

import java.time.Duration;

/**
 * An instance stands still (SIGSTOP) for longer than its session and its transaction last, and goes on in the belief that nothing has
 * happened. Others have taken over by then; what it still writes must count for nothing.
 */
final class Zombie implements Fault {
    private static final Duration LENGTH = Duration.ofSeconds(22);

    @Override
    public String name() {
        return "zombie";
    }

    @Override
    public String what() {
        return "an instance stopped for 22 s, seconds from its stop until others have taken over";
    }

    @Override
    public int strikes() {
        return 2;
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        Instance victim = stage.fleet().pick(stage.random());
        int inFlight = stage.awaitInFlight(victim::inFlight);
        long fault = System.nanoTime();
        victim.pause();
        Recovery recovery = stage.lookOut();
        try {
            stage.awaitRecovery(recovery);
            stage.pass(LENGTH.minusNanos(System.nanoTime() - fault));
        } finally {
            victim.resume();
        }
        stage.awaitRecovery(stage.lookOut());
        stage.awaitReady();
        return Strike.of(inFlight, recovery, fault);
    }
}
