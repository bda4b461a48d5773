package dev.assay.streams.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.streams.broker.LocalBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The compose file's start of Kafka, with the very settings it has there, and Kafka's classes in the place of its image. */
@DisabledOnOs(OS.WINDOWS)
class KafkaStartTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.root"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Map<String, String> settings;
    private String bootstrap;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void standIns() throws IOException {
        settings = new TreeMap<>(Compose.read().environment("kafka"));
        settings.remove("KAFKA_HEAP_OPTS");
        bootstrap = "localhost:" + freePort();
        String controller = "localhost:" + freePort();
        settings.put("KAFKA_LOG_DIRS", folder.resolve("data").toString());
        settings.put("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@" + controller);
        settings.put("KAFKA_LISTENERS", "HOST://" + bootstrap + ",CONTROLLER://" + controller);
        settings.put("KAFKA_ADVERTISED_LISTENERS", "HOST://" + bootstrap);
        settings.put("KAFKA_INTER_BROKER_LISTENER_NAME", "HOST");
        settings.put("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "HOST:PLAINTEXT,CONTROLLER:PLAINTEXT");
        Files.createDirectories(folder.resolve("bin"));
        Path logging = Files.writeString(
                folder.resolve("logback.xml"),
                "<configuration><appender name=\"c\" class=\"ch.qos.logback.core.ConsoleAppender\"><encoder>"
                        + "<pattern>%m%n</pattern></encoder></appender>"
                        + "<root level=\"INFO\"><appender-ref ref=\"c\"/></root></configuration>");
        String java = "exec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlogback.configurationFile=" + logging
                + " kafka.Kafka ";
        program("bin/kafka-server-start.sh", java + "\"$1\"");
        program("run", java + "'" + properties() + "'");
    }

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
    }

    /** A broker of Kafka's alone, started again like that, may leave it open for ever. */
    @Test
    void endsTheTransactionThatAKillCutShort() throws Exception {
        format();
        Process first = start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            await().atMost(PATIENCE).ignoreExceptions().until(() -> createTopic(admin));
            var producer = producer();
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("cut", "never committed")).get();
            first.destroyForcibly().waitFor();
            Process second = start();
            producer.close(Duration.ZERO);
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() ->
                            end(admin, IsolationLevel.READ_COMMITTED) == end(admin, IsolationLevel.READ_UNCOMMITTED));
            assertThat(end(admin, IsolationLevel.READ_COMMITTED)).isEqualTo(2); // the record and its mark
            assertThat(log(2)).contains("this node was killed", "Fencing broker 1 ");
            second.destroy();
            assertThat(second.waitFor()).isEqualTo(143);
        }
        Process third = start();
        await().atMost(PATIENCE)
                .until(() -> log(3).contains("started (kafka.server.KafkaRaftServer)")
                        || log(3).contains("Kafka Server started"));
        assertThat(log(3)).as("after a clean stop").doesNotContain("this node was killed");
        third.destroy();
        third.waitFor();
    }

    @Test
    void theComposeFileStartsItSo() throws IOException {
        Compose compose = Compose.read();
        assertThat(compose.service("kafka").get("command").toString())
                .isEqualTo("[\"/bin/sh\",\"/etc/assay/kafka-start\"]");
        assertThat(compose.service("kafka").get("volumes").toString())
                .contains("./config/kafka/start:/etc/assay/kafka-start:ro");
        assertThat(Files.isExecutable(ROOT.resolve("config/kafka/start"))).isTrue();
    }

    private boolean createTopic(Admin admin) throws Exception {
        return admin.listTopics().names().get().contains("cut")
                || admin.createTopics(List.of(new NewTopic("cut", 1, (short) 1)))
                                .all()
                                .get()
                        == null;
    }

    private Process start() throws IOException {
        int n = started.size() + 1;
        ProcessBuilder builder =
                new ProcessBuilder(ROOT.resolve("config/kafka/start").toString());
        builder.environment().putAll(settings);
        builder.environment().put("KAFKA_HOME", folder.toString());
        builder.environment().put("KAFKA_RUN", folder.resolve("run").toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log-" + n).toFile())
                .start();
        started.add(process);
        return process;
    }

    private String log(int n) throws IOException {
        return Files.readString(folder.resolve("log-" + n));
    }

    /** As the image writes it from its environment. */
    private Path properties() throws IOException {
        StringBuilder lines = new StringBuilder();
        settings.forEach((name, value) -> lines.append(
                        name.replaceFirst("KAFKA_", "").toLowerCase(Locale.ROOT).replace('_', '.'))
                .append('=')
                .append(value)
                .append('\n'));
        return Files.writeString(folder.resolve("server.properties"), lines);
    }

    /** What the image does at a first start; a node of this program's does the same. */
    private void format() {
        LocalBroker.start(folder.resolve("data"), 0).close();
        assertThat(folder.resolve("data").resolve("meta.properties")).exists();
    }

    private void program(String name, String line) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Producer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "short", "transaction.timeout.ms", 1000),
                new StringSerializer(),
                new StringSerializer());
    }

    private static long end(Admin admin, IsolationLevel isolation) throws Exception {
        TopicPartition cut = new TopicPartition("cut", 0);
        return admin.listOffsets(Map.of(cut, OffsetSpec.latest()), new ListOffsetsOptions(isolation))
                .partitionResult(cut)
                .get()
                .offset();
    }
}
