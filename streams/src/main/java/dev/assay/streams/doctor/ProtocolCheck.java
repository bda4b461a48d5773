package dev.assay.streams.doctor;

import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.util.Map;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.server.common.MetadataVersion;

/** Which version of Kafka the brokers have agreed on, and whether it has the group protocol that the settings want. */
final class ProtocolCheck implements Check {
    private static final String STREAMS = "streams";

    private final Settings settings;
    private final Once<BrokerAccess> broker;

    ProtocolCheck(Settings settings, Once<BrokerAccess> broker) {
        this.settings = settings;
        this.broker = broker;
    }

    @Override
    public String name() {
        return "versions";
    }

    @Override
    public Finding run() {
        return broker.find().map(this::look).orElseGet(() -> Finding.skipped(this, "no broker to ask"));
    }

    private Finding look(BrokerAccess access) {
        Map<String, FinalizedVersionRange> features = access.await(
                        access.admin().describeFeatures().featureMetadata())
                .finalizedFeatures();
        boolean streams = level(features, "streams.version") >= 1;
        String kafka = "brokers at Kafka " + release(level(features, MetadataVersion.FEATURE_NAME));
        if (!streams && settings.get(SettingTable.GROUP_PROTOCOL).equals(STREAMS)) {
            return Finding.failed(
                    this,
                    kafka + ", which lack the group protocol streams: set group.protocol=auto, or upgrade them"
                            + " (kafka-features.sh upgrade --feature streams.version=1)");
        }
        return Finding.ok(this, kafka + ", group protocol " + (streams ? chosen() : "classic"));
    }

    private String chosen() {
        String asked = settings.get(SettingTable.GROUP_PROTOCOL);
        return asked.equals("auto") ? STREAMS : asked;
    }

    private static int level(Map<String, FinalizedVersionRange> features, String name) {
        FinalizedVersionRange range = features.get(name);
        return range == null ? 0 : range.maxVersionLevel();
    }

    /** A level that this client does not know is newer than the client. */
    private static String release(int level) {
        try {
            return MetadataVersion.fromFeatureLevel((short) level).version();
        } catch (IllegalArgumentException e) {
            return "metadata level " + level;
        }
    }
}
