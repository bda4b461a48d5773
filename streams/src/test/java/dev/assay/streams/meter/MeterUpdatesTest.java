package dev.assay.streams.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeterUpdatesTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MeterUpdates updates = new MeterUpdates(registry);

    @Test
    void aMeterThatThrowsIsCounted() {
        Timer timer = registry.timer("a");
        Duration tooLong = Duration.ofDays(366L * 300);
        assertThatThrownBy(() -> timer.record(tooLong)).isInstanceOf(ArithmeticException.class);
        assertThatCode(() -> updates.run(() -> timer.record(tooLong))).doesNotThrowAnyException();
        assertThat(registry.get("assay.meter.failures").counter().count()).isEqualTo(1);
    }

    /** An error, such as want of memory, is the machine's. */
    @Test
    void anErrorIsNotHidden() {
        assertThatThrownBy(() -> updates.run(() -> {
                    throw new OutOfMemoryError("for the test");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }
}
