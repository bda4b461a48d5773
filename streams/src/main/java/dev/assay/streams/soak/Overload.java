package dev.assay.streams.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Scoring takes so long that events come in ten times faster than they are answered; then it is quick again. */
final class Overload implements Fault {
    /** Events in for one that is answered. */
    static final int TIMES = 10;

    private static final Duration LENGTH = Duration.ofMinutes(5);
    private static final Duration ROUND = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public String what() {
        return "events ten times faster than scoring for 5 min, seconds from its end";
    }

    @Override
    public int strikes() {
        return 1;
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        slow(stage, stage.fleet().all().size() * TIMES / stage.rate());
        int inFlight = stage.awaitInFlight(stage.fleet()::inFlight);
        long began = System.nanoTime();
        List<Sample> samples = new ArrayList<>();
        while (System.nanoTime() - began < LENGTH.toNanos()) {
            stage.pass(ROUND);
            samples.add(Sample.of(stage.fleet(), (System.nanoTime() - began) / 1e9));
        }
        long over = System.nanoTime();
        slow(stage, 0);
        Recovery recovery = stage.lookOut();
        stage.awaitRecovery(recovery);
        return Strike.of(inFlight, recovery, over).with(samples);
    }

    @Override
    public List<String> breaches(Strike strike) {
        return Flatness.breaches(strike.samples());
    }

    /** Makes each text of each instance's one worker take longer. */
    private static void slow(Stage stage, double seconds) {
        for (Instance instance : stage.fleet().all()) {
            try {
                Files.writeString(instance.delay(), Long.toString((long) (seconds * 1e9)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
