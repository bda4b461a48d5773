package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @AfterEach
    void renew() {
        Patience.ofThisThread().renew();
    }

    @Test
    void isSharedByTheTasksOfAThread() {
        Patience.ofThisThread().renew();
        Patience.ofThisThread().use(Duration.ofSeconds(4).toNanos());
        assertThat(Patience.ofThisThread().left(LONGEST))
                .isEqualTo(Duration.ofSeconds(1).toNanos());
        assertThat(Patience.ofThisThread().left(Duration.ofMillis(500))).isNegative();
    }

    @Test
    void isNotSharedByThreads() {
        Patience.ofThisThread().use(LONGEST.toNanos());
        assertThat(CompletableFuture.supplyAsync(() -> Patience.ofThisThread().left(LONGEST)))
                .succeedsWithin(Duration.ofMinutes(1))
                .isEqualTo(LONGEST.toNanos());
    }

    @Test
    void isWholeAgainAfterARound() {
        Patience.ofThisThread().use(LONGEST.toNanos());
        Patience.ofThisThread().renew();
        assertThat(Patience.ofThisThread().left(LONGEST)).isEqualTo(LONGEST.toNanos());
    }
}
