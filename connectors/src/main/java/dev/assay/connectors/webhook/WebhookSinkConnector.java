package dev.assay.connectors.webhook;

import dev.assay.connectors.PluginVersion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * Posts verdicts to a web address: those that a filter lets through, one request each, in the order of their keys. What the
 * receiver refuses goes to the connector's dead-letter queue, and without one stops the task.
 */
public final class WebhookSinkConnector extends SinkConnector {
    private Map<String, String> settings = Map.of();

    @Override
    public String version() {
        return PluginVersion.get();
    }

    @Override
    public ConfigDef config() {
        return WebhookSinkConfig.DEFINITION;
    }

    @Override
    public Config validate(Map<String, String> given) {
        Config checked = super.validate(given);
        if (checked.configValues().stream()
                .allMatch(value -> value.errorMessages().isEmpty())) {
            try {
                new WebhookSinkConfig(given);
            } catch (ConfigException conflict) {
                checked.configValues().stream()
                        .filter(value -> conflict.getMessage().contains(" " + value.name() + ":"))
                        .forEach(value -> value.addErrorMessage(conflict.getMessage()));
            }
        }
        return checked;
    }

    @Override
    public void start(Map<String, String> given) {
        settings = Map.copyOf(given);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return WebhookSinkTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int most) {
        return Collections.nCopies(most, settings);
    }

    @Override
    public void stop() {}
}
