package dev.assay.streams.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.OptionalInt;

/** A stream thread dies of a worker that meets a fault of the machine, and is replaced. */
final class ThreadKill implements Fault {
    private static final int LIMIT_SECONDS = 6;

    @Override
    public String name() {
        return "thread";
    }

    @Override
    public String what() {
        return "death of a stream thread";
    }

    @Override
    public int strikes() {
        return 6;
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        Instance victim = stage.fleet().pick(stage.random());
        int inFlight = stage.awaitInFlight(victim::inFlight);
        double deaths = deaths(victim);
        try {
            Files.createFile(victim.trigger());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stage.await(() -> Files.notExists(victim.trigger()), "a text to be scored");
        long fault = System.nanoTime();
        stage.await(() -> deaths(victim) > deaths, "a stream thread to die");
        Recovery recovery = stage.lookOut();
        stage.awaitRecovery(recovery);
        return Strike.of(inFlight, recovery, fault);
    }

    private static double deaths(Instance instance) {
        return instance.scrape()
                .map(page -> page.sum("kafka_stream_failed_stream_threads_total"))
                .orElse(0.0);
    }

    @Override
    public OptionalInt limit(String protocol) {
        return protocol.equals("streams") ? OptionalInt.of(LIMIT_SECONDS) : OptionalInt.empty();
    }
}
