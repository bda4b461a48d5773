package dev.assay.streams.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** {@code kill -9} of an instance where another one keeps a second copy of each of its stores, which is taken into use then. */
final class StandbyPromotion implements Fault {
    private static final String OF_GROUP = "streams.num.standby.replicas";

    @Override
    public String name() {
        return "standby";
    }

    @Override
    public String what() {
        return "`kill -9` of one instance whose stores others keep as standbys";
    }

    @Override
    public int strikes() {
        return 2;
    }

    @Override
    public void tell(InstanceSettings settings) {
        if (settings.protocol().equals("classic")) {
            settings.kafka("num.standby.replicas", "1");
        }
    }

    /** With the other protocol the group has this setting, and the broker keeps it. */
    @Override
    public List<Strike> begin(Stage stage, int instances) throws InterruptedException {
        if (stage.fleet().settings().protocol().equals("streams")) {
            var group = new ConfigResource(ConfigResource.Type.GROUP, InstanceSettings.APPLICATION);
            var one = new AlterConfigOp(new ConfigEntry(OF_GROUP, "1"), AlterConfigOp.OpType.SET);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", stage.bootstrap()))) {
                admin.incrementalAlterConfigs(Map.of(group, List.of(one))).all().get();
            } catch (ExecutionException e) {
                throw new SoakFailure("the broker takes no standbys for the group: " + e.getCause());
            }
        }
        return Fault.super.begin(stage, instances);
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        Fleet fleet = stage.fleet();
        Instance victim = fleet.pick(stage.random());
        stage.await(() -> everyStoreIsElsewhere(fleet, victim), "standbys of all stores of an instance");
        int inFlight = stage.awaitInFlight(victim::inFlight);
        long fault = System.nanoTime();
        fleet.kill(victim);
        Recovery recovery = stage.lookOut();
        stage.awaitRecovery(recovery);
        fleet.revive(victim);
        stage.awaitReady();
        return Strike.of(inFlight, recovery, fault);
    }

    private static boolean everyStoreIsElsewhere(Fleet fleet, Instance victim) {
        Set<String> elsewhere = new HashSet<>();
        fleet.all().stream()
                .filter(instance -> instance != victim)
                .forEach(instance -> elsewhere.addAll(tasks(instance)));
        return elsewhere.size() == SoakPlan.PARTITIONS;
    }

    /** Names of the tasks whose stores are in an instance's folder. */
    private static Set<String> tasks(Instance instance) {
        Path folder = instance.state().resolve(InstanceSettings.APPLICATION);
        if (Files.notExists(folder)) {
            return Set.of();
        }
        Set<String> tasks = new HashSet<>();
        try (Stream<Path> folders = Files.list(folder)) {
            folders.filter(task -> Files.isDirectory(task.resolve("rocksdb")))
                    .forEach(task -> tasks.add(task.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tasks;
    }
}
