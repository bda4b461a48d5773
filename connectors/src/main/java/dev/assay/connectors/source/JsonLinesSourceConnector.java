package dev.assay.connectors.source;

import dev.assay.connectors.PluginVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Reads text events from a folder of JSON lines, CSV and plain text, compressed or not. How far each file is read is stored
 * with the events (KIP-618), so that a worker with {@code exactly.once.source.support=enabled} delivers each line exactly
 * once. A line that holds no event becomes a dead letter in the same transaction.
 */
public final class JsonLinesSourceConnector extends SourceConnector {
    private Map<String, String> settings = Map.of();

    @Override
    public String version() {
        return PluginVersion.get();
    }

    @Override
    public ConfigDef config() {
        return JsonLinesSourceConfig.DEFINITION;
    }

    @Override
    public Config validate(Map<String, String> given) {
        Config checked = super.validate(given);
        checked.configValues().stream()
                .filter(value -> value.name().equals(JsonLinesSourceConfig.FOLDER))
                .filter(value -> value.errorMessages().isEmpty()
                        && !Files.isDirectory(Path.of(value.value().toString())))
                .forEach(value -> value.addErrorMessage(missing(value.value())));
        return checked;
    }

    @Override
    public void start(Map<String, String> given) {
        Path folder = new JsonLinesSourceConfig(given).folder();
        if (!Files.isDirectory(folder)) {
            throw new ConnectException(missing(folder));
        }
        settings = Map.copyOf(given);
    }

    private static String missing(Object folder) {
        return JsonLinesSourceConfig.FOLDER + ": there is no folder " + folder + " on this worker; make or mount it";
    }

    @Override
    public Class<? extends Task> taskClass() {
        return JsonLinesSourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int most) {
        var tasks = new ArrayList<Map<String, String>>();
        for (int task = 0; task < most; task++) {
            var config = new HashMap<>(settings);
            config.put(JsonLinesSourceTask.NUMBER, Integer.toString(task));
            config.put(JsonLinesSourceTask.COUNT, Integer.toString(most));
            tasks.add(config);
        }
        return tasks;
    }

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> given) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    @Override
    public boolean alterOffsets(Map<String, String> given, Map<Map<String, ?>, Map<String, ?>> offsets) {
        try {
            offsets.forEach(FileOffset::check);
        } catch (IllegalArgumentException unreadable) {
            throw new ConnectException(unreadable.getMessage());
        }
        return true;
    }

    @Override
    public void stop() {}
}
