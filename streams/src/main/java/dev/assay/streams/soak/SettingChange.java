package dev.assay.streams.soak;

import dev.assay.streams.settings.SettingTable;

/**
 * Settings changed by a rolling restart, an instance at a time: threads and capacity up and the limit of events down, then all back
 * again. The limit is part of the topology, which a group of protocol {@code streams} cannot change.
 */
final class SettingChange implements Fault {
    private static final int LIMIT = 1 << 20; // of events, bytes

    private boolean isLarge;

    @Override
    public String name() {
        return "setting";
    }

    @Override
    public String what() {
        return "settings changed by a rolling restart, then changed back, seconds from the last restart";
    }

    @Override
    public int strikes() {
        return 2;
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        Fleet fleet = stage.fleet();
        int inFlight = stage.awaitInFlight(fleet::inFlight);
        isLarge = !isLarge;
        fleet.settings()
                .set(SettingTable.STREAM_THREADS, isLarge ? "2" : "1")
                .set(SettingTable.PENDING_CAPACITY, isLarge ? "96" : "64");
        if (fleet.settings().protocol().equals("classic")) {
            fleet.settings().set(SettingTable.EVENT_MAX_BYTES, Integer.toString(isLarge ? LIMIT / 2 : LIMIT));
        }
        long fault = System.nanoTime();
        for (Instance instance : fleet.all()) {
            fault = System.nanoTime();
            fleet.restart(instance);
            stage.awaitReady();
        }
        Recovery recovery = stage.lookOut();
        stage.awaitRecovery(recovery);
        return Strike.of(inFlight, recovery, fault);
    }
}
