package dev.assay.streams.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.normalize.MalformedTextException;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void keepsMessagesOfOurOwnExceptions() {
        Failure failure = Failure.of(new MalformedTextException("lone surrogate at 7"));
        assertThat(failure.message()).isEqualTo("lone surrogate at 7");
        assertThat(failure.cause()).isEqualTo("MalformedTextException");
    }

    /** A foreign schema may be called anything, and messages name it. */
    @Test
    void isOneLine() {
        Failure failure = Failure.of(new MalformedTextException("schema a\nb\u001b[31m is none"));
        assertThat(failure.message()).isEqualTo("schema a b [31m is none");
    }

    @Test
    void withholdsMessagesOfOthersAndOfTheirCauses() {
        var fault = new IllegalStateException("near 'secret'", new RuntimeException("secret again"));
        Failure failure = Failure.of(fault);
        assertThat(failure.message())
                .startsWith("java.lang.IllegalStateException")
                .doesNotContain("secret");
        assertThat(failure.stackTrace())
                .startsWith("java.lang.IllegalStateException\n\tat " + FailureTest.class.getName())
                .contains("Caused by: java.lang.RuntimeException")
                .doesNotContain("secret");
    }

    @Test
    void isShortHoweverDeepTheCauses() {
        Throwable fault = new RuntimeException();
        for (int i = 0; i < 100; i++) {
            fault = new RuntimeException(fault);
        }
        assertThat(Failure.of(fault).stackTrace()).hasSizeLessThanOrEqualTo(12_000);
    }
}
