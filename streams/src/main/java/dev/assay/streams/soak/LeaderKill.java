package dev.assay.streams.soak;

import dev.assay.streams.broker.BrokerProcess;
import java.util.Comparator;
import java.util.Map;

/** {@code kill -9} of one of three brokers, the one that leads most partitions; the others take over, and it comes back later. */
final class LeaderKill implements Fault {
    private static final int BROKERS = 3;

    @Override
    public String name() {
        return "leader";
    }

    @Override
    public String what() {
        return "`kill -9` of the one of three brokers that leads most";
    }

    @Override
    public int strikes() {
        return 2;
    }

    @Override
    public int brokers() {
        return BROKERS;
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        try (ClusterView cluster = new ClusterView(stage.bootstrap())) {
            awaitInSync(stage, cluster);
            int inFlight = stage.awaitInFlight(stage.fleet()::inFlight);
            BrokerProcess victim = leader(stage, cluster.leaderships());
            long fault = System.nanoTime();
            victim.kill();
            Recovery recovery = stage.lookOut();
            stage.awaitRecovery(recovery);
            victim.restart();
            awaitInSync(stage, cluster);
            return Strike.of(inFlight, recovery, fault);
        }
    }

    private static BrokerProcess leader(Stage stage, Map<Integer, Long> leaderships) {
        return stage.brokers().stream()
                .max(Comparator.comparing(broker -> leaderships.getOrDefault(broker.node(), 0L)))
                .orElseThrow();
    }

    private static void awaitInSync(Stage stage, ClusterView cluster) throws InterruptedException {
        stage.untilTrue(cluster::isInSync, "all replicas to be up to date");
    }
}
