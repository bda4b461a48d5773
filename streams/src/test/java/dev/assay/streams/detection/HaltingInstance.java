package dev.assay.streams.detection;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** An application that dies at one text as a process does whose native code fails: at once, and without a farewell. */
final class HaltingInstance {
    static final String KILLER = "kill";

    private static final int DEAD = 134;

    private HaltingInstance() {}

    /** Takes brokers, prefix and state folder; runs until it is killed. */
    public static void main(String[] args) throws InterruptedException {
        Path state = Path.of(args[2]);
        Topics topics = new Topics(args[1]);
        ApplicationSettings settings = new ApplicationSettings(
                args[0],
                "halting",
                topics,
                state,
                1,
                "classic",
                DetectionSettings.of(1 << 20, 64),
                new EngineSettings(2, 1 << 20, Duration.ofMinutes(1), Optional.of(state.resolve("halting.at-work"))),
                Map.of("session.timeout.ms", "6000"));
        DetectionApplication application =
                DetectionApplication.start(settings, HaltingInstance::assess, Stubs.PORTS, new SimpleMeterRegistry());
        while (!application.awaitStop(Duration.ofMinutes(1))) {
            // until it is killed
        }
    }

    private static Assessment assess(TextInput input) {
        if (input.text().equals(KILLER)) {
            Runtime.getRuntime().halt(DEAD);
        }
        return Stubs.assess(input);
    }
}
