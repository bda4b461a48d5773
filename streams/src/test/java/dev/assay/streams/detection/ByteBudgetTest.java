package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteBudgetTest {
    private final ByteBudget budget = new ByteBudget(10);

    @Test
    void grantsUpToItsLimit() {
        assertThat(budget.tryAcquire(6)).isTrue();
        assertThat(budget.tryAcquire(5)).isFalse();
        assertThat(budget.tryAcquire(4)).isTrue();
        budget.release(6);
        assertThat(budget.used()).isEqualTo(4);
    }

    @Test
    void letsOneEventInThatIsLargerThanAllOfIt() {
        assertThat(budget.tryAcquire(99)).isTrue();
        assertThat(budget.tryAcquire(1)).isFalse();
    }
}
