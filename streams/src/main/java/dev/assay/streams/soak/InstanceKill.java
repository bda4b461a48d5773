package dev.assay.streams.soak;

import java.util.OptionalInt;

/** {@code kill -9} of one instance, which comes back only when the others have taken over. */
final class InstanceKill implements Fault {
    private static final int GRACE_SECONDS = 10;

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String what() {
        return "`kill -9` of one instance";
    }

    @Override
    public int strikes() {
        return 5;
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        Instance victim = stage.fleet().pick(stage.random());
        int inFlight = stage.awaitInFlight(victim::inFlight);
        long fault = System.nanoTime();
        stage.fleet().kill(victim);
        Recovery recovery = stage.lookOut();
        stage.awaitRecovery(recovery);
        stage.fleet().revive(victim);
        stage.awaitReady();
        return Strike.of(inFlight, recovery, fault);
    }

    /** The killed one's session must end, and its transaction with it. */
    @Override
    public OptionalInt limit(String protocol) {
        return OptionalInt.of(Math.max(SoakPlan.SESSION_SECONDS, SoakPlan.TRANSACTION_SECONDS) + GRACE_SECONDS);
    }
}
