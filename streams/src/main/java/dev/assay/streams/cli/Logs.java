package dev.assay.streams.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much the log says, by the flags of the command. */
final class Logs {
    private static volatile boolean asked;

    private Logs() {}

    static void setUp(boolean debug) {
        asked = debug;
        if (debug) {
            level(Logger.ROOT_LOGGER_NAME, Level.INFO);
            level("dev.assay", Level.DEBUG);
        }
    }

    /** Leaves standard error to the command's own lines, unless {@code --debug} asked for the log. */
    static void quiet() {
        if (!asked) {
            level(Logger.ROOT_LOGGER_NAME, Level.OFF);
            level("dev.assay", Level.ERROR);
        }
    }

    /** A broker that does not answer, or refuses, is said in one line, and not in one for each attempt. */
    static void quietClients() {
        level("org.apache.kafka.clients", Level.OFF);
        level("org.apache.kafka.common.network", Level.OFF);
    }

    /** Once all runs, warnings about brokers are for the operator again. */
    static void clientsAgain() {
        level("org.apache.kafka.clients", null);
        level("org.apache.kafka.common.network", null);
    }

    private static void level(String name, Level level) {
        ((Logger) LoggerFactory.getLogger(name)).setLevel(level);
    }
}
