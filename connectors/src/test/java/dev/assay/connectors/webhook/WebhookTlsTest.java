package dev.assay.connectors.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.connectors.webhook.Receiver.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that nobody vouches for: nothing is sent, and the cause is named. */
class WebhookTlsTest {
    private static final String PASSWORD = "changeit";

    @Test
    void sendsNothingToAReceiverThatCannotProveItself(@TempDir Path folder) throws Exception {
        try (Receiver receiver = Receiver.secured(selfSigned(folder), request -> new Reply(200, null))) {
            var config = new WebhookSinkConfig(Map.of("url", receiver.url()));
            Answer answer = new WebhookClient(config, Clock.systemUTC()).post("v-0-0", new byte[] {'{', '}'});
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Later.class,
                            later -> assertThat(later.cause()).isEqualTo("no connection (SSLHandshakeException)"));
            assertThat(receiver.requests()).isEmpty();
        }
    }

    private static SSLContext selfSigned(Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=receiver",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
