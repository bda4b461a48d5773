package dev.assay.streams.services;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** nginx in front of a registry, with basic authentication: what operators do who have no identity provider. */
final class PasswordGate implements AutoCloseable {
    static final String USER = "ann";
    static final String PASSWORD = "open:sesame";

    /** The password as nginx's file wants it, in which a colon would end it. */
    private static final String HASHED = "{SHA}k5A+xr53n4Lxr/w+OtkhllTIZrk=";

    private final Process process;
    private final String url;

    private PasswordGate(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts it with its files in a folder; without nginx the test is skipped. */
    static PasswordGate before(TestRegistry registry, Path folder) throws IOException {
        Optional<Path> nginx = nginx();
        assumeTrue(nginx.isPresent(), "nginx is not there: apt-get install nginx-light brings it");
        int port = ApicurioProcess.freePort();
        URI behind = URI.create(registry.url());
        Path users = Files.writeString(folder.resolve("users"), USER + ":" + HASHED + "\n");
        String server = behind.getScheme() + "://" + behind.getAuthority();
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(port, users, server));
        Process process = new ProcessBuilder(
                        nginx.get().toString(), "-p", folder.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        await("nginx").atMost(Duration.ofSeconds(30)).until(() -> isOpen(port));
        return new PasswordGate(process, "http://127.0.0.1:" + port + behind.getPath());
    }

    private static String configuration(int port, Path users, String server) {
        return String.format(Locale.ROOT, """
            daemon off;
            user root;
            pid nginx.pid;
            error_log error.log;
            worker_processes 1;
            events {}
            http {
              access_log off;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              server {
                listen 127.0.0.1:%d;
                auth_basic "registry";
                auth_basic_user_file %s;
                location / { proxy_pass %s; }
              }
            }
            """, port, users, server);
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        ApicurioProcess.end(process);
    }

    private static Optional<Path> nginx() {
        return Arrays.stream((System.getenv("PATH") + ":/usr/sbin").split(":"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException closed) {
            return false;
        }
    }
}
