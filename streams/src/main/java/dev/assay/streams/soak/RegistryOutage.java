package dev.assay.streams.soak;

import java.time.Duration;
import java.util.List;

/**
 * The schema registry is away when the instances start, so that they end with one line and are started again until it is there; and it
 * is away when events come in a schema that nobody knows yet.
 */
final class RegistryOutage implements Fault {
    private static final Duration LENGTH = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public String what() {
        return "schema registry away for 30 s, at the start and with a new schema, seconds from its return";
    }

    @Override
    public int strikes() {
        return 2;
    }

    @Override
    public EventSource events() {
        AvroEvents events = new AvroEvents();
        events.registry().up(); // takes its port
        events.registry().down();
        return events;
    }

    @Override
    public List<Strike> begin(Stage stage, int instances) throws InterruptedException {
        stage.fleet().add(instances);
        stage.await(() -> stage.fleet().restarts() >= instances, "instances to end for want of a registry");
        return List.of(backAgain(stage, 0));
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        AvroEvents events = (AvroEvents) stage.events();
        int inFlight = stage.awaitInFlight(stage.fleet()::inFlight);
        events.registry().down();
        events.nextVersion();
        stage.pass(LENGTH);
        return backAgain(stage, inFlight);
    }

    private static Strike backAgain(Stage stage, int inFlight) throws InterruptedException {
        long over = System.nanoTime();
        ((AvroEvents) stage.events()).registry().up();
        Recovery recovery = stage.lookOut();
        stage.awaitRecovery(recovery);
        stage.awaitReady();
        return Strike.of(inFlight, recovery, over);
    }
}
