package dev.assay.connectors.worker;

import java.util.HashMap;
import java.util.Map;

/** A distributed worker that is small, quick to notice the dead, and supports exactly-once sources. */
final class WorkerProperties {
    private WorkerProperties() {}

    static Map<String, String> of(String bootstrap, int port) {
        var properties = new HashMap<String, String>(Map.of(
                "bootstrap.servers", bootstrap,
                "group.id", "connect",
                "listeners", "http://127.0.0.1:" + port,
                "key.converter", "org.apache.kafka.connect.storage.StringConverter",
                "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                "value.converter.schemas.enable", "false",
                "plugin.discovery", "service_load",
                "exactly.once.source.support", "enabled"));
        for (String topic : new String[] {"config", "offset", "status"}) {
            properties.put(topic + ".storage.topic", "connect-" + topic);
            properties.put(topic + ".storage.replication.factor", "1");
        }
        properties.putAll(Map.of(
                "offset.storage.partitions", "1",
                "status.storage.partitions", "1",
                "session.timeout.ms", "6000",
                "heartbeat.interval.ms", "1000",
                "scheduled.rebalance.max.delay.ms", "0",
                "offset.flush.interval.ms", "500",
                "transaction.timeout.ms", "10000",
                "producer.transaction.timeout.ms", "10000"));
        return properties;
    }
}
