package dev.assay.streams.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ResidentMemoryTest {
    /** Micrometer holds what it measures weakly, unless told otherwise. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void isStillKnownAfterACollection() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new ResidentMemory().bindTo(registry);
        WeakReference<Object> garbage = new WeakReference<>(new Object());
        await().until(() -> {
            System.gc();
            return garbage.get() == null;
        });
        assertThat(registry.get("process.resident.memory").gauge().value()).isPositive();
    }
}
