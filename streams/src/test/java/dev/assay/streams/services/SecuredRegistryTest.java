package dev.assay.streams.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.cli.RunningAssay;
import dev.assay.streams.cli.Terminals.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real registry that wants a user and a password. */
class SecuredRegistryTest {
    @TempDir
    static Path folder;

    private static TestRegistry open;
    private static PasswordGate gate;

    @BeforeAll
    static void start() throws IOException {
        open = TestServices.find().apicurio("2.6.13.Final", 17);
        gate = PasswordGate.before(open, Files.createDirectory(folder.resolve("gate")));
    }

    @AfterAll
    static void stop() throws Exception {
        if (gate != null) {
            gate.close();
        }
        if (open != null) {
            open.close();
        }
    }

    @Test
    void judgesEventsInAvro() throws Exception {
        try (TestBroker broker = TestServices.find().broker()) {
            Map<String, String> settings = settings(PasswordGate.USER + ":" + PasswordGate.PASSWORD);
            settings.put("bootstrap.servers", broker.bootstrap());
            settings.put("state.dir", folder.resolve("state").toString());
            settings.put("http.port", "0");
            new Setup(settings).prepare();
            try (RunningAssay assay = RunningAssay.start(settings)) {
                new RoundTrip(settings).run();
                assertThat(assay.isRunning()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"schemas register", "schemas check", "schemas list"})
    void namesAWrongPassword(String command) {
        Ended ended = new Setup(settings(PasswordGate.USER + ":wrong word")).assay(command);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains(gate.url(), "401", "schema.registry.user.info")
                .doesNotContain("wrong word")
                .hasLineCount(1);
    }

    private Map<String, String> settings(String user) {
        return new HashMap<>(Map.of("schema.registry.url", gate.url(), "schema.registry.user.info", user));
    }
}
