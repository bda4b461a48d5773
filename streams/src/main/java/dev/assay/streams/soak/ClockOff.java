package dev.assay.streams.soak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An instance whose clock is more than an hour ahead, then one whose clock is as much behind: the broker takes no record whose time is
 * an hour ahead of its own. Verdicts of such an instance say the time of its clock.
 */
final class ClockOff implements Fault {
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib64/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/faketime/libfaketime.so.1"));
    private static final String AHEAD = "+61m";
    private static final String BEHIND = "-61m";
    private static final int ANSWERS = 500;

    private boolean wasAhead;

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String what() {
        return "clock of one instance 61 min ahead, then of one 61 min behind, seconds from its start";
    }

    @Override
    public int strikes() {
        return 2;
    }

    @Override
    public Optional<String> lacks() {
        return library().isPresent()
                ? Optional.empty()
                : Optional.of("needs libfaketime (Debian's package of that name)");
    }

    private static Optional<Path> library() {
        return LIBRARIES.stream().filter(Files::exists).findFirst();
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        Instance victim = stage.fleet().pick(stage.random());
        victim.close();
        long fault = System.nanoTime();
        victim.launch(clock(wasAhead ? BEHIND : AHEAD));
        wasAhead = !wasAhead;
        stage.awaitReady();
        int inFlight = stage.awaitInFlight(victim::inFlight);
        Recovery recovery = stage.lookOutForAny();
        stage.awaitRecovery(recovery);
        int goal = stage.witness().answered() + ANSWERS;
        stage.await(() -> stage.witness().answered() >= goal, "answers by two clocks");
        stage.fleet().restart(victim);
        stage.awaitReady();
        return Strike.of(inFlight, recovery, fault);
    }

    /** What makes the JVM see another time of day, while it measures durations as ever. */
    private static Map<String, String> clock(String offset) {
        return Map.of(
                "LD_PRELOAD",
                library().orElseThrow().toString(),
                "FAKETIME",
                offset,
                "DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", // else timed waits end at once
                "0",
                "NO_FAKE_STAT",
                "1");
    }
}
