package dev.assay.connectors.worker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Workers that are small. */
final class WorkerProperties {
    private WorkerProperties() {}

    /** Quick to notice the dead, and supports exactly-once sources. */
    static Map<String, String> distributed(String bootstrap, int port) {
        Map<String, String> properties = common(bootstrap, port);
        properties.putAll(Map.of(
                "group.id", "connect",
                "key.converter", "org.apache.kafka.connect.storage.StringConverter",
                "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                "value.converter.schemas.enable", "false",
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
                "transaction.timeout.ms", "10000",
                "producer.transaction.timeout.ms", "10000"));
        return properties;
    }

    /** Takes plugins from a folder and values from the environment; its own converters are Connect's usual ones. */
    static Map<String, String> standalone(String bootstrap, int port, Path plugins, Path offsets) {
        Map<String, String> properties = common(bootstrap, port);
        properties.putAll(Map.of(
                "key.converter", "org.apache.kafka.connect.json.JsonConverter",
                "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                "offset.storage.file.filename", offsets.toString(),
                "plugin.path", plugins.toString(),
                "config.providers", "env",
                "config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider",
                "config.providers.env.param.allowlist.pattern", "(DB|JDBC|INPUT|WEBHOOK|COOP|VERDICT)_.*"));
        return properties;
    }

    private static Map<String, String> common(String bootstrap, int port) {
        return new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrap,
                "listeners",
                "http://127.0.0.1:" + port,
                "plugin.discovery",
                "service_load",
                "offset.flush.interval.ms",
                "500"));
    }
}
