package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.streams.broker.KeyStores;
import dev.assay.streams.broker.SecuredBroker;
import dev.assay.streams.cli.Terminals.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecuredBrokerTest {
    @TempDir
    static Path folder;

    private static SecuredBroker secured;

    @BeforeAll
    static void start() {
        secured = SecuredBroker.start(folder);
    }

    @AfterAll
    static void stop() {
        secured.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-512", "PLAIN"})
    void letsTheRightPasswordIn(String mechanism) {
        Map<String, String> settings = secured.settings(mechanism);
        settings.put("topic.prefix", mechanism + ".");
        assertThat(assay("topics create", settings).err()).isEmpty();
        await().untilAsserted(() -> assertThat(assay("topics list", settings).out())
                .containsPattern(mechanism + "\\.verdicts +6 partitions"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-512", "PLAIN"})
    void namesAWrongPassword(String mechanism) {
        assertRunFails(mechanism, "kafka.sasl.jaas.config", SecuredBroker.login(mechanism, "wrong word"))
                .contains("refused user and password")
                .contains("kafka.sasl.jaas.config")
                .doesNotContain("wrong word");
    }

    @Test
    void namesATrustStoreThatKnowsOthers() throws IOException {
        KeyStores others = KeyStores.in(Files.createDirectory(folder.resolve("others")));
        assertRunFails("PLAIN", "kafka.ssl.truststore.location", others.trust().toString())
                .contains("no TLS with it")
                .contains("kafka.ssl.truststore.location");
    }

    @Test
    void namesATrustStoreThatCannotBeOpened() {
        assertRunFails("PLAIN", "kafka.ssl.truststore.password", "another").contains("kafka.ssl.truststore.password");
        String missing = folder.resolve("none.p12").toString();
        assertRunFails("PLAIN", "kafka.ssl.truststore.location", missing)
                .contains(missing)
                .contains("kafka.ssl.truststore.location");
    }

    @Test
    void namesALoginThatIsMissing() {
        Map<String, String> settings = secured.settings("PLAIN");
        settings.remove("kafka.sasl.jaas.config");
        assertFails(settings).contains("kafka.sasl.jaas.config");
    }

    @Test
    void namesAProtocolThatTheBrokerDoesNotSpeak() {
        assertRunFails("PLAIN", "kafka.security.protocol", "PLAINTEXT").contains("kafka.security.protocol");
    }

    private static AbstractStringAssert<?> assertRunFails(String mechanism, String setting, String value) {
        Map<String, String> settings = secured.settings(mechanism);
        settings.put(setting, value);
        return assertFails(settings);
    }

    private static AbstractStringAssert<?> assertFails(Map<String, String> settings) {
        settings.put("http.port", "0");
        Ended ended = assay("run", settings);
        assertThat(ended.code()).isEqualTo(1);
        return assertThat(ended.err())
                .contains(settings.get("bootstrap.servers"))
                .hasLineCount(1);
    }

    private static Ended assay(String command, Map<String, String> settings) {
        List<String> all = new ArrayList<>(List.of(command.split(" ")));
        settings.forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        return Terminals.run(all.toArray(String[]::new));
    }
}
