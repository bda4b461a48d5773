package dev.assay.streams.services;

import java.util.ServiceLoader;

/**
 * Brokers and registries to test with: in this JVM and as processes of this machine, or what a service on the class path offers. What cannot
 * be started skips its test and says why.
 */
public interface TestServices {
    /** Those that this build is for. */
    static TestServices find() {
        return ServiceLoader.load(TestServices.class).findFirst().orElseGet(LocalServices::new);
    }

    /** An empty broker. */
    TestBroker broker();

    /**
     * Apicurio with its data in memory.
     *
     * @param version its version
     * @param jdk the least JDK that it runs on
     */
    TestRegistry apicurio(String version, int jdk);

    /** Karapace with an empty broker of its own. */
    TestRegistry karapace();
}
