package dev.assay.streams.soak;

/** {@code kill -9} of all instances, which are started again at once. */
final class EveryInstanceKill implements Fault {
    @Override
    public String name() {
        return "kill-all";
    }

    @Override
    public String what() {
        return "`kill -9` of all instances, and restart";
    }

    @Override
    public int strikes() {
        return 2;
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        Fleet fleet = stage.fleet();
        int inFlight = stage.awaitInFlight(fleet::inFlight);
        long fault = System.nanoTime();
        var victims = fleet.all();
        victims.forEach(fleet::kill);
        Recovery recovery = stage.lookOut();
        victims.forEach(fleet::revive);
        stage.awaitRecovery(recovery);
        stage.awaitReady();
        return Strike.of(inFlight, recovery, fault);
    }
}
