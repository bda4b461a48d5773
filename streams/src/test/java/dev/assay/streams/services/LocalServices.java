package dev.assay.streams.services;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.streams.broker.LocalBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A broker in this JVM, registries as child processes. */
final class LocalServices implements TestServices {
    @Override
    public TestBroker broker() {
        LocalBroker broker = LocalBroker.start();
        return new TestBroker() {
            @Override
            public String bootstrap() {
                return broker.bootstrap();
            }

            @Override
            public void close() {
                broker.close();
            }
        };
    }

    @Override
    public TestRegistry apicurio(String version, int jdk) {
        assumeTrue(
                Files.isDirectory(ApicurioProcess.folder(version)),
                "Apicurio " + version + " is not there: mvn -P registries verify fetches it");
        Optional<Path> java = Jdks.java(jdk);
        assumeTrue(java.isPresent(), "Apicurio " + version + " needs a JDK from " + jdk + " on, and there is none");
        return ApicurioProcess.start(version, java.get());
    }

    @Override
    public TestRegistry karapace() {
        return abort("Karapace is in no package registry, only in a container: mvn -P containers verify runs it");
    }
}
