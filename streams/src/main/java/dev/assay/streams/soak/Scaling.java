package dev.assay.streams.soak;

/** An instance more, an instance less (SIGTERM), under load. */
final class Scaling implements Fault {
    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String what() {
        return "an instance added, then another removed, seconds from the removal";
    }

    @Override
    public int strikes() {
        return 3;
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        Fleet fleet = stage.fleet();
        Instance leaving = fleet.pick(stage.random());
        int inFlight = stage.awaitInFlight(leaving::inFlight);
        fleet.add();
        stage.awaitReady();
        long fault = System.nanoTime();
        fleet.remove(leaving);
        Recovery recovery = stage.lookOut();
        stage.awaitRecovery(recovery);
        return Strike.of(inFlight, recovery, fault);
    }
}
