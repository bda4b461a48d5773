package dev.assay.streams.soak;

/** {@code kill -9} of the broker, which is started again on its data. */
final class BrokerKill implements Fault {
    @Override
    public String name() {
        return "broker";
    }

    @Override
    public String what() {
        return "`kill -9` of the broker and restart, seconds from when it answers again";
    }

    @Override
    public int strikes() {
        return 2;
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        int inFlight = stage.awaitInFlight(stage.fleet()::inFlight);
        stage.broker().kill();
        Recovery recovery = stage.lookOut();
        stage.broker().restart();
        long over = System.nanoTime();
        stage.awaitRecovery(recovery);
        return Strike.of(inFlight, recovery, over);
    }
}
