package dev.assay.streams.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in which the topologies' nodes update meters. A meter that throws, whatever it was given, is counted and passed over: it is
 * no reason to lose a verdict, let alone the thread.
 */
public final class MeterUpdates {
    private static final Logger LOG = LoggerFactory.getLogger(MeterUpdates.class);

    private final Counter failed;

    /** @param registry where failures are counted */
    public MeterUpdates(MeterRegistry registry) {
        this.failed = registry.counter("assay.meter.failures");
    }

    /** Does it, and never throws an exception. */
    public void run(Runnable update) {
        try {
            update.run();
        } catch (RuntimeException fault) {
            if (failed.count() == 0) { // once: it would come with every record
                LOG.warn("a meter could not be updated: {}", fault.getClass().getName());
            }
            failed.increment();
        }
    }
}
