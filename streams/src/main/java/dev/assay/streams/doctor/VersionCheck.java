package dev.assay.streams.doctor;

import dev.assay.streams.preflight.BrokerAccess;
import java.util.Map;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.server.common.MetadataVersion;

/** Which version of Kafka the brokers have agreed on. */
final class VersionCheck implements Check {
    private final Once<BrokerAccess> broker;

    VersionCheck(Once<BrokerAccess> broker) {
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
        return Finding.ok(
                this,
                "brokers at Kafka " + release(level(features, MetadataVersion.FEATURE_NAME))
                        + ", group protocols classic"
                        + (level(features, "streams.version") >= 1 ? " and streams" : ""));
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
