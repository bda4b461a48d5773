package dev.assay.streams.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.cli.Terminals;
import dev.assay.streams.cli.Terminals.Ended;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Commands that an operator gives, with the same settings each. */
public record Setup(Map<String, String> settings) {
    /** Keeps a copy of the settings. */
    public Setup {
        settings = Map.copyOf(settings);
    }

    /** Makes the topics and registers the schemas: all that goes before the first start. */
    public void prepare() {
        for (String command : List.of("topics create text-events verdicts metrics dead-letters", "schemas register")) {
            Ended ended = assay(command);
            assertThat(ended.err()).isEmpty();
            assertThat(ended.code()).isZero();
        }
    }

    /** One command with the settings. */
    Ended assay(String command) {
        List<String> all = new ArrayList<>(List.of(command.split(" ")));
        settings.forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        return Terminals.run(all.toArray(String[]::new));
    }
}
