package dev.assay.streams.soak;

import java.time.Duration;
import java.util.Optional;

/**
 * The disk under an instance's state folder is full, first while it runs, then while it stops and starts again: it ends with one line,
 * others take over, and it comes back once there is room.
 */
final class DiskFull implements Fault {
    private static final int MEGABYTES = 64;
    private static final Duration LENGTH = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public String what() {
        return "disk full under the state of one instance, running and restarted, seconds from its restart";
    }

    @Override
    public int strikes() {
        return 1;
    }

    @Override
    public Optional<String> lacks() {
        return SmallDisk.lacks();
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        Instance victim = stage.fleet().pick(stage.random());
        victim.close();
        try (SmallDisk disk = new SmallDisk(victim.state(), MEGABYTES)) {
            victim.launch();
            stage.awaitReady();
            int inFlight = stage.awaitInFlight(victim::inFlight);
            disk.fill();
            stage.pass(LENGTH);
            stage.fleet().stop(victim);
            disk.fill(); // its end may have made room
            int ended = stage.fleet().restarts();
            long fault = System.nanoTime();
            stage.fleet().revive(victim);
            Recovery recovery = stage.lookOut();
            stage.await(() -> stage.fleet().restarts() > ended, "an instance to end for want of room");
            stage.awaitRecovery(recovery);
            disk.free();
            stage.awaitReady();
            stage.fleet().stop(victim);
            return Strike.of(inFlight, recovery, fault);
        } finally {
            stage.fleet().revive(victim);
            stage.awaitReady();
        }
    }
}
