package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.assay.streams.cli.Terminals.Ended;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command shows a secret, in results or in errors, with or without the stack trace. */
class SecretsShownTest {
    private static final String SECRET = "s3same";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config --set schema.registry.url=http://user:s3same@registry",
                "config --set kafka.sasl.oauthbearer.assertion.private.key.passphrase=s3same",
                "config --set kafka.producer.ssl.key.password=s3same",
                "config --set http.port=http://user:s3same@registry",
                "config --set s3same",
                "config schema.registry.bearer.token=s3same",
                "config --schema.registry.user.info=me:s3same",
                "schemas list --debug --set schema.registry.url=http://user:s3same@127.0.0.1:1",
                "schemas list --debug --set schema.registry.url=http://user:s3/s3same@127.0.0.1:1",
                "doctor --set schema.registry.url=http://user:s3same@127.0.0.1:1 --set bootstrap.servers=127.0.0.1:1",
                "run --debug --set bootstrap.servers=http://user:s3same@127.0.0.1:1"
            })
    void masksThem(String command) {
        Ended ended = Terminals.run(command.split(" "));
        assertThat(ended.out() + ended.err()).isNotBlank().doesNotContain(SECRET);
    }

    @Test
    void theLogMasksAddressesOfForeignCode() throws Exception {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(SecretsShownTest.class.getResource("/logback.xml"));
        var root = context.getLogger("ROOT");
        Encoder<ch.qos.logback.classic.spi.ILoggingEvent> encoder =
                ((ConsoleAppender<ch.qos.logback.classic.spi.ILoggingEvent>) root.getAppender("console")).getEncoder();
        var event = new ch.qos.logback.classic.spi.LoggingEvent(
                "",
                root,
                ch.qos.logback.classic.Level.WARN,
                "asked http://user:s3same@registry/path",
                new IllegalStateException("no answer from https://user:s3same@other"),
                null);
        String line = new String(encoder.encode(event), StandardCharsets.UTF_8);
        assertThat(line.lines().toList())
                .hasSizeGreaterThan(1)
                .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .endsWith("asked http://********@registry/path");
        assertThat(line)
                .contains("IllegalStateException: no answer from https://********@other")
                .doesNotContain(SECRET);
        assertThat(List.of(line.split("IllegalStateException", -1))).hasSize(2);
    }
}
