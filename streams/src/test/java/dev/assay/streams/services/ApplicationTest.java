package dev.assay.streams.services;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application between a broker and a registry, each as an operator has them. */
class ApplicationTest {
    @TempDir
    Path state;

    @Test
    void judgesEventsInAvro() {
        TestServices services = TestServices.find();
        try (TestRegistry registry = services.apicurio("2.6.13.Final", 17);
                TestBroker broker = services.broker()) {
            new RoundTrip(Map.of(
                            "bootstrap.servers", broker.bootstrap(),
                            "schema.registry.url", registry.url(),
                            "state.dir", state.toString(),
                            "http.port", "0",
                            "topic.prefix", "assay."))
                    .run();
        }
    }
}
