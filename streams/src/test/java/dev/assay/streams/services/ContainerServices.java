package dev.assay.streams.services;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/** Each service in a container; without Docker its tests are skipped. */
final class ContainerServices implements TestServices {
    private static final String KAFKA = "apache/kafka:4.3.1";
    private static final String APICURIO_2 = "apicurio/apicurio-registry-mem:";
    private static final String APICURIO_3 = "apicurio/apicurio-registry:";
    private static final int APICURIO_PORT = 8080;
    private static final String KARAPACE = "ghcr.io/aiven-open/karapace:5.0.3";
    private static final int KARAPACE_PORT = 8081;
    private static final String BROKER = "kafka";

    @Override
    public TestBroker broker() {
        requireDocker(KAFKA);
        KafkaContainer kafka = new KafkaContainer(KAFKA);
        kafka.start();
        return new TestBroker() {
            @Override
            public String bootstrap() {
                return kafka.getBootstrapServers();
            }

            @Override
            public void close() {
                kafka.stop();
            }
        };
    }

    @Override
    public TestRegistry apicurio(String version, int jdk) {
        String image = (version.startsWith("2.") ? APICURIO_2 : APICURIO_3) + version;
        requireDocker(image);
        GenericContainer<?> apicurio = new GenericContainer<>(image)
                .withExposedPorts(APICURIO_PORT)
                .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects"));
        apicurio.start();
        String url = address(apicurio, APICURIO_PORT) + "/apis/ccompat/v7";
        return registry(url, apicurio::stop);
    }

    @Override
    public TestRegistry karapace() {
        requireDocker(KARAPACE);
        Network network = Network.newNetwork();
        KafkaContainer kafka = new KafkaContainer(KAFKA)
                .withNetwork(network)
                .withNetworkAliases(BROKER)
                .withListener(BROKER + ":19092");
        GenericContainer<?> karapace = new GenericContainer<>(KARAPACE)
                .withNetwork(network)
                .dependsOn(kafka)
                .withExposedPorts(KARAPACE_PORT)
                .withCommand("python3", "-m", "karapace")
                .withEnv(Map.of(
                        "KARAPACE_KARAPACE_REGISTRY", "true",
                        "KARAPACE_MASTER_ELIGIBILITY", "true",
                        "KARAPACE_BOOTSTRAP_URI", BROKER + ":19092",
                        "KARAPACE_HOST", "0.0.0.0",
                        "KARAPACE_PORT", Integer.toString(KARAPACE_PORT),
                        "KARAPACE_ADVERTISED_HOSTNAME", "127.0.0.1"))
                .waitingFor(Wait.forHttp("/_health"));
        karapace.start();
        return registry(address(karapace, KARAPACE_PORT), () -> {
            karapace.stop();
            kafka.stop();
            network.close();
        });
    }

    private static void requireDocker(String image) {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                image + " needs Docker, and there is none that answers");
    }

    private static String address(GenericContainer<?> container, int port) {
        return "http://" + container.getHost() + ":" + container.getMappedPort(port);
    }

    private static TestRegistry registry(String url, Runnable stop) {
        return new TestRegistry() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public void close() {
                stop.run();
            }
        };
    }
}
