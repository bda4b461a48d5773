package dev.assay.streams.bench;

import dev.assay.streams.broker.BrokerProcess;
import dev.assay.streams.broker.TemporaryFolder;
import dev.assay.streams.run.Detection;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/** A broker in a process of its own, as a server runs: with the JVM's second compiler. What it keeps goes when it is closed. */
final class BenchBroker implements AutoCloseable {
    private static final List<String> FLAGS = List.of("-Xmx512m");
    private static final short REPLICAS = 1;

    private final TemporaryFolder folder;
    private final BrokerProcess process;

    private BenchBroker(TemporaryFolder folder, BrokerProcess process) {
        this.folder = folder;
        this.process = process;
    }

    static BenchBroker start() {
        TemporaryFolder folder = TemporaryFolder.create("assay-bench");
        try {
            return new BenchBroker(folder, BrokerProcess.start(folder.path(), FLAGS));
        } catch (RuntimeException e) {
            folder.delete();
            throw e;
        }
    }

    /** Settings for an application of that name, its topics created. */
    Settings prepare(Settings settings, String name, int partitions) {
        Settings own = settings.with(SettingTable.BOOTSTRAP_SERVERS, process.bootstrap(), "bench")
                .with(SettingTable.APPLICATION_ID, name, "bench")
                .with(SettingTable.TOPIC_PREFIX, name + ".", "bench")
                .with(
                        SettingTable.STATE_DIR,
                        folder.path().resolve("state-" + name).toString(),
                        "bench");
        List<NewTopic> requests = Detection.needed(own).stream()
                .map(topic -> topic.request(Optional.of(partitions), Optional.of(REPLICAS)))
                .toList();
        process.createTopics(requests);
        return own;
    }

    /** A folder of that name, which goes with the broker. */
    Path folder(String name) {
        return folder.path().resolve(name);
    }

    /** CPU time of its process so far, nanoseconds. */
    long cpuNanos() {
        return ProcessHandle.of(process.pid()).map(CpuTime::of).orElse(0L);
    }

    @Override
    public void close() {
        process.close();
        folder.delete();
    }
}
