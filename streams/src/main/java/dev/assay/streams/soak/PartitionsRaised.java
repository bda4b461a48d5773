package dev.assay.streams.soak;

import dev.assay.streams.Main;
import dev.assay.streams.process.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The topic of events gets more partitions under load, by {@code assay topics grow}, which raises its changelog first. A key may move to
 * another partition then; within one its order holds.
 */
final class PartitionsRaised implements Fault {
    private static final int PARTITIONS = SoakPlan.PARTITIONS + 2;
    private static final String SOON = "3000"; // ms; by default five minutes pass until clients look for partitions

    @Override
    public String name() {
        return "partitions";
    }

    @Override
    public String what() {
        return "partitions of the topic of events raised from 6 to 8";
    }

    @Override
    public int strikes() {
        return 1;
    }

    @Override
    public void tell(InstanceSettings settings) {
        settings.kafka("metadata.max.age.ms", SOON);
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        int inFlight = stage.awaitInFlight(stage.fleet()::inFlight);
        long fault = System.nanoTime();
        grow(stage);
        Recovery recovery = stage.lookOut();
        stage.awaitRecovery(recovery);
        try (ClusterView cluster = new ClusterView(stage.bootstrap())) {
            stage.untilTrue(() -> readsAll(stage, cluster), "events of the new partitions to be taken in");
        }
        stage.awaitReady();
        return Strike.of(inFlight, recovery, fault);
    }

    private static void grow(Stage stage) throws InterruptedException {
        Path config = stage.fleet().all().get(0).config();
        Path log = config.resolveSibling("grow.log");
        List<String> command =
                List.of("topics", "grow", "--partitions", Integer.toString(PARTITIONS), "--config", config.toString());
        try (ChildJvm child = ChildJvm.start(Main.class, log, List.of("-Xmx128m"), command)) {
            stage.await(() -> !child.isAlive(), "assay topics grow to end");
            if (child.exitCode() != 0) {
                throw new SoakFailure("assay topics grow failed; see " + log);
            }
        }
    }

    private static boolean readsAll(Stage stage, ClusterView cluster) throws InterruptedException {
        Map<Integer, Long> taken = cluster.committed(
                InstanceSettings.APPLICATION, stage.topics().textEvents().name());
        return taken.size() == PARTITIONS && taken.values().stream().allMatch(offset -> offset > 0);
    }
}
