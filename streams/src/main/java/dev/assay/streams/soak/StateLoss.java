package dev.assay.streams.soak;

import dev.assay.streams.broker.TemporaryFolder;

/** {@code kill -9} of an instance, whose state folder is deleted before it is started again: the changelog has all that was in it. */
final class StateLoss implements Fault {
    @Override
    public String name() {
        return "state";
    }

    @Override
    public String what() {
        return "`kill -9` of one instance, its state folder deleted, and restart";
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
        stage.fleet().kill(victim);
        new TemporaryFolder(victim.state()).delete();
        Recovery recovery = stage.lookOut();
        stage.fleet().revive(victim);
        stage.awaitRecovery(recovery);
        stage.awaitReady();
        return Strike.of(inFlight, recovery, fault);
    }
}
