package dev.assay.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.schemas.Samples;
import dev.assay.schemas.registry.RegistryException;
import dev.assay.schemas.registry.RegistrySettings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stand-ins under Confluent's names, seen by one class loader only. */
class ConfluentCodecTest {
    private static final Map<String, ?> MOCK =
            Map.of(RegistrySettings.URL, "mock://confluent", RegistrySettings.AUTO_REGISTER, "true");

    @TempDir
    private static Path classes;

    private static URLClassLoader loader;

    @BeforeAll
    static void compile() throws IOException, URISyntaxException {
        Path sources =
                Path.of(ConfluentCodecTest.class.getResource("/confluent").toURI());
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        sources.resolve("KafkaAvroSerializer.java").toString(),
                        sources.resolve("KafkaAvroDeserializer.java").toString());
        assertThat(status).isZero();
        assertThat(Files.exists(classes.resolve("io/confluent/kafka/serializers/KafkaAvroSerializer.class")))
                .isTrue();
        loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, ConfluentCodecTest.class.getClassLoader());
    }

    @AfterAll
    static void close() throws IOException {
        loader.close();
    }

    @Test
    void isUsedWhereItIsOnTheClassPath() {
        assertThat(Codecs.open(Codecs.EVENTS, MOCK, loader)).isInstanceOf(ConfluentCodec.class);
        assertThat(Codecs.open(Codecs.EVENTS, MOCK)).isInstanceOf(RegistryCodec.class);
        var own = Map.of(RegistrySettings.URL, "mock://x", Codecs.CLIENT, "own");
        assertThat(Codecs.open(Codecs.EVENTS, own, loader)).isInstanceOf(RegistryCodec.class);
    }

    @Test
    void saysWhatIsMissing() {
        var config = Map.of(RegistrySettings.URL, "mock://x", Codecs.CLIENT, "confluent");
        assertThatThrownBy(() -> Codecs.open(Codecs.EVENTS, config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kafka-avro-serializer");
        var wrong = Map.of(RegistrySettings.URL, "mock://x", Codecs.CLIENT, "other");
        assertThatThrownBy(() -> Codecs.open(Codecs.EVENTS, wrong)).hasMessageContaining(Codecs.CLIENT);
    }

    @Test
    void carriesRecordsBothWays() {
        try (var events = Codecs.open(Codecs.EVENTS, MOCK, loader);
                var verdicts = Codecs.open(Codecs.VERDICTS, MOCK, loader)) {
            byte[] event = events.encode("t", Samples.event());
            assertThat(event).startsWith(0, 0, 0, 0, 77);
            assertThat(events.decode("t", new RecordHeaders(), event)).isEqualTo(Samples.event());
            byte[] verdict = verdicts.encode("t", Samples.verdict());
            assertThat(verdicts.decode("t", new RecordHeaders(), verdict)).isEqualTo(Samples.verdict());
        }
    }

    @Test
    void tellsTheRecordsFaultFromTheRegistrys() {
        try (var codec = Codecs.open(Codecs.EVENTS, MOCK, loader)) {
            for (int id : List.of(404, 1)) {
                assertThatThrownBy(() -> codec.decode("t", new RecordHeaders(), SchemaRef.framed(id, new byte[0])))
                        .isInstanceOf(UndecodableEventException.class)
                        .hasMessageNotContaining("secret");
            }
            for (int id : List.of(500, 999)) {
                assertThatThrownBy(() -> codec.decode("t", new RecordHeaders(), SchemaRef.framed(id, new byte[0])))
                        .isExactlyInstanceOf(RegistryException.class)
                        .hasMessageNotContaining("secret");
            }
        }
    }
}
