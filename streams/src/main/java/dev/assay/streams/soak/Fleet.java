package dev.assay.streams.soak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The instances of a run. Those that end by themselves are started again and counted, as an orchestrator would. */
final class Fleet implements AutoCloseable {
    private final Path folder;
    private final InstanceSettings settings;
    private final List<Instance> instances = new ArrayList<>();
    private final Set<Instance> away = new HashSet<>();
    private int made;
    private int restarts;

    Fleet(Path folder, InstanceSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Starts one more. */
    Instance add() {
        made++;
        Instance instance = new Instance(made, folder.resolve("instance-" + made), settings);
        instance.launch();
        instances.add(instance);
        return instance;
    }

    void add(int count) {
        for (int i = 0; i < count; i++) {
            add();
        }
    }

    /** Ends one cleanly and starts it again, under the settings that are in force now. */
    void restart(Instance instance) {
        instance.close();
        instance.write(settings);
        instance.launch();
    }

    /** The settings of those that are started from now on, and of these at their restart. */
    InstanceSettings settings() {
        return settings;
    }

    /** Ends one cleanly, for good. */
    void remove(Instance instance) {
        instances.remove(instance);
        instance.close();
    }

    /** Ends one cleanly, which stays away until it is revived. */
    void stop(Instance instance) {
        away.add(instance);
        instance.close();
    }

    /** Kills one (SIGKILL), which stays away until it is revived. */
    void kill(Instance instance) {
        away.add(instance);
        instance.kill();
    }

    void revive(Instance instance) {
        instance.launch();
        away.remove(instance);
    }

    List<Instance> all() {
        return List.copyOf(instances);
    }

    Instance pick(Random random) {
        return instances.get(random.nextInt(instances.size()));
    }

    boolean isReady() {
        return instances.stream().allMatch(Instance::isReady);
    }

    int inFlight() {
        return instances.stream().mapToInt(Instance::inFlight).sum();
    }

    /** Starts again whatever has ended. */
    void mend() {
        for (Instance instance : instances) {
            if (!instance.isAlive() && !away.contains(instance)) {
                restarts++;
                instance.launch();
            }
        }
    }

    /** How often an instance ended by itself. */
    int restarts() {
        return restarts;
    }

    /** Ends all at the same time. */
    @Override
    public void close() {
        instances.parallelStream().forEach(Instance::close);
    }
}
