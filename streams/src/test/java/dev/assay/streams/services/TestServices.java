package dev.assay.streams.services;

/**
 * Brokers and registries to test with: in this JVM and as processes of this machine, or in containers. What cannot be started skips its
 * test and says why.
 */
public interface TestServices {
    /** Those that this build is for. */
    static TestServices find() {
        String kind = System.getProperty("assay.services", "local");
        return switch (kind) {
            case "local" -> new LocalServices();
            case "containers" -> new ContainerServices();
            default -> throw new IllegalArgumentException("no services " + kind + ": there are local and containers");
        };
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
