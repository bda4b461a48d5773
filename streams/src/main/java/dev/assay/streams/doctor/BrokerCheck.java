package dev.assay.streams.doctor;

import dev.assay.streams.preflight.BrokerAccess;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import org.apache.kafka.clients.admin.DescribeClusterResult;

/** Whether a broker answers. */
final class BrokerCheck implements Check {
    private final Settings settings;
    private final Once<BrokerAccess> broker;

    BrokerCheck(Settings settings, Once<BrokerAccess> broker) {
        this.settings = settings;
        this.broker = broker;
    }

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public Finding run() {
        BrokerAccess access = broker.get();
        DescribeClusterResult cluster = access.admin().describeCluster();
        int nodes = access.await(cluster.nodes()).size();
        return Finding.ok(
                this,
                settings.get(SettingTable.BOOTSTRAP_SERVERS) + ": cluster " + access.await(cluster.clusterId()) + " of "
                        + nodes + (nodes == 1 ? " node" : " nodes"));
    }
}
