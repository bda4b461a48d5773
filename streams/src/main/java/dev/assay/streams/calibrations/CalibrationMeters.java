package dev.assay.streams.calibrations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.atomic.AtomicInteger;

/** How many calibrations are in force, and how many on the topic are passed over. */
final class CalibrationMeters {
    private final AtomicInteger inForce;
    private final AtomicInteger foreign;
    private final AtomicInteger broken;

    CalibrationMeters(MeterRegistry registry, int inForceNow) {
        inForce = registry.gauge("assay.calibrations.in.force", new AtomicInteger(inForceNow));
        foreign = passedOver(registry, "foreign");
        broken = passedOver(registry, "broken");
    }

    private static AtomicInteger passedOver(MeterRegistry registry, String reason) {
        return registry.gauge("assay.calibrations.passed.over", Tags.of("reason", reason), new AtomicInteger());
    }

    void inForce(int count) {
        inForce.set(count);
    }

    void passedOver(int foreignCount, int brokenCount) {
        foreign.set(foreignCount);
        broken.set(brokenCount);
    }
}
