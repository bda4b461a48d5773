package dev.assay.streams.broker;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * Has the controller notice that its broker is dead, before that broker lives again.
 *
 * <p>A broker that was killed is still in the metadata as the leader of its partitions. Started again, it takes itself for the
 * transaction coordinator at once, finds the transactions that the kill cut short, and tries to end them; then its old
 * registration ends, for a moment no partition has a leader, and Kafka (4.3.1, {@code TransactionMarkerChannelManager}) takes partitions
 * without a leader for deleted ones: it writes such a transaction off as ended, without the marks that end it in the partitions. Those
 * stay closed to read_committed readers, and their group's offsets unstable, for ever. A controller that runs alone first gives up the
 * old registration while there is no coordinator.
 */
final class FormerLife {
    private static final String FENCED = "kafka.controller:type=KafkaController,name=FencedBrokerCount";
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private FormerLife() {}

    /** Ends it; afterwards no partition has a leader. */
    static void end(Path data) {
        var config = new KafkaConfig(BrokerProperties.controllerAlone(data, Ports.free()), false);
        KafkaRaftServer controller = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            controller.startup();
            awaitFenced();
        } catch (RuntimeException e) {
            throw new BrokerStartException("the local broker did not start in " + data + ": " + e.getMessage(), e);
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    /** The time limit is for a broker that was killed before it had ever been registered. */
    private static void awaitFenced() {
        long end = System.nanoTime() + LONGEST_NANOS;
        while (fenced() == 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    private static int fenced() {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(FENCED);
            return beans.isRegistered(name) ? (Integer) beans.getAttribute(name, "Value") : 0;
        } catch (JMException e) {
            throw new IllegalStateException("the controller does not tell " + FENCED, e);
        }
    }
}
