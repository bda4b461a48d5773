package dev.assay.streams.detection;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FaultHandlerTest {
    private long done;
    private final FaultHandler handler = new FaultHandler(() -> done);

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
    void stopsWhenFaultsFollowEachOtherWithNothingDone() {
        for (int i = 0; i < 12; i++) {
            assertThat(handler.handle(new StreamsException("text"))).isEqualTo(REPLACE_THREAD);
        }
        assertThat(handler.handle(new StreamsException("text"))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(handler.failure().orElseThrow())
                .contains("12 faults in a row with nothing done between them")
                .doesNotContain("text");
    }

    @Test
    void goesOnAsLongAsSomethingIsDoneBetweenThem() {
        for (int i = 0; i < 100; i++) {
            assertThat(handler.handle(new StreamsException("text"))).isEqualTo(REPLACE_THREAD);
            done += i % 10 == 0 ? 1 : 0;
        }
    }

    @Test
    void stopsWhereThePendingStoreIsForAnother() {
        var foreign = new StreamsException(PendingStoreException.ofTopic("a.text-events", "b.text-events"));
        assertThat(handler.handle(foreign)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(handler.failure().orElseThrow()).contains("a.text-events", "application.id");
    }
}
