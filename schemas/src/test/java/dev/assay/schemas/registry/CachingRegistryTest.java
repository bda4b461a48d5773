package dev.assay.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachingRegistryTest {
    private static final Schema TEXT = Schema.create(Schema.Type.STRING);

    @Test
    void asksOncePerId() throws Exception {
        try (var server = new FakeRegistry()) {
            server.schemas().register("s", TEXT);
            var registry = server.client();
            registry.byId(1);
            registry.byId(1);
            registry.lookUp("s", TEXT);
            registry.lookUp("s", TEXT);
            registry.register("s", TEXT);
            registry.register("s", TEXT);
            assertThat(server.requests())
                    .containsExactly("GET /schemas/ids/1", "POST /subjects/s", "POST /subjects/s/versions");
        }
    }

    @Test
    void remembersAnUnknownIdForFiveSeconds() throws Exception {
        var now = new AtomicLong(Long.MAX_VALUE - 1);
        try (var server = new FakeRegistry()) {
            var registry = new CachingRegistry(
                    new HttpRegistry(new RegistryHttp(FakeRegistry.settings(server.url()))), now::get);
            assertThatThrownBy(() -> registry.byId(1)).isInstanceOf(UnknownSchemaException.class);
            server.schemas().register("s", TEXT);
            now.addAndGet(TimeUnit.SECONDS.toNanos(5) - 1);
            assertThatThrownBy(() -> registry.byId(1)).isInstanceOf(UnknownSchemaException.class);
            assertThat(server.requests()).hasSize(1);
            now.addAndGet(1);
            assertThat(registry.byId(1)).isEqualTo(TEXT);
        }
    }

    @Test
    void forgetsAFault() throws Exception {
        try (var server = new FakeRegistry()) {
            server.schemas().register("s", TEXT);
            var registry = server.client("max.retries", "0");
            server.plan(500, "{}");
            server.plan(500, "{}");
            assertThatThrownBy(() -> registry.byId(1)).isExactlyInstanceOf(RegistryException.class);
            assertThat(registry.byId(1)).isEqualTo(TEXT);
        }
    }

    @Test
    void threadsShareOneRequest() throws Exception {
        int threads = 8;
        var requests = new AtomicInteger();
        var asking = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var flight = new SingleFlight<Integer, String>();
        var pool = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<String>> answers = IntStream.range(0, threads)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> flight.get(1, key -> {
                                requests.incrementAndGet();
                                asking.countDown();
                                awaited(answer);
                                return "x";
                            }),
                            pool))
                    .toList();
            assertThat(asking.await(10, TimeUnit.SECONDS)).isTrue();
            answer.countDown();
            assertThat(answers).allSatisfy(a -> assertThat(a.join()).isEqualTo("x"));
            assertThat(requests).hasValue(1);
        } finally {
            pool.shutdownNow();
        }
    }

    /** A want of memory is the machine's, whichever thread asked: it must not come out as a fault of the record. */
    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, NoClassDefFoundError.class, IllegalStateException.class})
    void whatAFetchThrowsComesOutAsItIs(Class<? extends Throwable> type) throws Exception {
        Throwable fault = type.getConstructor(String.class).newInstance("for the test");
        var flight = new SingleFlight<Integer, String>();
        assertThatThrownBy(() -> flight.get(1, key -> {
                    if (fault instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) fault;
                }))
                .isSameAs(fault);
        assertThat(flight.get(1, key -> "x")).isEqualTo("x");
    }

    @Test
    void asksAgainInATenthOfTheTimeAtMost() throws Exception {
        var now = new AtomicLong();
        try (var server = new FakeRegistry();
                var http = new HttpRegistry(new RegistryHttp(FakeRegistry.settings(server.url())))) {
            // Each look at the clock takes seven seconds.
            var registry = new CachingRegistry(http, () -> now.getAndAdd(TimeUnit.SECONDS.toNanos(7)));
            for (int i = 0; i < 12; i++) {
                assertThatThrownBy(() -> registry.byId(1)).isInstanceOf(UnknownSchemaException.class);
            }
            assertThat(server.requests()).hasSize(2); // at 0 and, from 7 on for 70 seconds, at 84
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
