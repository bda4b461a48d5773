package dev.assay.streams.detection;

import dev.assay.streams.broker.LocalBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a real broker for all of a class, and topics and an application of its own for each. */
abstract class OnBroker {
    static LocalBroker broker;

    @TempDir
    Path state;

    BrokerRig assay;

    @BeforeAll
    static void start() {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {}); // the dying threads' farewell
        broker = LocalBroker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    @BeforeEach
    void name(TestInfo test) {
        assay = new BrokerRig(broker, test.getTestMethod().orElseThrow().getName() + ".", state);
    }
}
