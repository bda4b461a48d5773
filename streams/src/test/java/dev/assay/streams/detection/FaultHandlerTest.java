package dev.assay.streams.detection;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FaultHandlerTest {
    private long now;
    private final FaultHandler handler = new FaultHandler(() -> now);

    @Test
    void replacesAThreadThatMetAPassingFault() {
        assertThat(handler.handle(new StreamsException("disk"))).isEqualTo(REPLACE_THREAD);
        assertThat(handler.failure()).isEmpty();
    }

    @Test
    void stopsWhereTryingAgainIsNoRemedy() {
        var fault = new StreamsException(new TopicAuthorizationException("not allowed to write\nto it"));
        assertThat(handler.handle(fault)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(handler.failure())
                .contains("stopped: " + TopicAuthorizationException.class.getName() + ": not allowed to write");
    }

    @Test
    void stopsWhenFaultsComeTooFast() {
        for (int i = 0; i < 12; i++) {
            assertThat(handler.handle(new StreamsException("text"))).isEqualTo(REPLACE_THREAD);
        }
        assertThat(handler.handle(new StreamsException("text"))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(handler.failure().orElseThrow())
                .contains("12 faults within a minute")
                .doesNotContain("text");
    }

    @Test
    void forgetsFaultsOfLongAgo() {
        for (int i = 0; i < 100; i++) {
            assertThat(handler.handle(new StreamsException("text"))).isEqualTo(REPLACE_THREAD);
            now += TimeUnit.SECONDS.toNanos(6);
        }
    }
}
