package dev.assay.connectors;

import java.nio.file.Path;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Accepts absolute paths only: workers are started from different folders. */
public final class FolderPath implements ConfigDef.Validator {
    @Override
    public void ensureValid(String option, Object value) {
        if (value == null
                || value.toString().isEmpty()
                || !Path.of(value.toString()).isAbsolute()) {
            throw new ConfigException(option, value, "give the absolute path of a folder that every worker has");
        }
    }

    @Override
    public String toString() {
        return "an absolute path";
    }
}
