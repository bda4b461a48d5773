package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** ONNX Runtime starts in processes with a long command line, where its own start overflows the stack of an ordinary thread. */
class OnnxEnvironmentTest {
    @Test
    void startsUnderLongCommandLine() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Started.class.getName(),
                "x".repeat(50_000));
        builder.environment().remove("ORT_DISABLE_TELEMETRY");
        builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    /** The child process. */
    static final class Started {
        private Started() {}

        /** Ends normally once the environment is there. */
        public static void main(String[] args) {
            OnnxEnvironment.get();
        }
    }
}
