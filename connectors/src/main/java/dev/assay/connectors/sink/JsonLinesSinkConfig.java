package dev.assay.connectors.sink;

import dev.assay.connectors.FolderPath;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/** The options of {@link JsonLinesSinkConnector}. */
final class JsonLinesSinkConfig extends AbstractConfig {
    static final String FOLDER = "folder";
    static final String COMPRESSION = "compression";
    static final String MAX_RECORDS = "file.max.records";
    static final String MAX_BYTES = "file.max.bytes";
    static final String MAX_AGE = "file.max.ms";

    static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    FOLDER,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new FolderPath(),
                    Importance.HIGH,
                    "Folder of the files, made where it is missing; an absolute path, the same folder for every worker.")
            .define(
                    COMPRESSION,
                    ConfigDef.Type.STRING,
                    "none",
                    ValidString.in("none", "gzip"),
                    Importance.MEDIUM,
                    "Of the files; `gzip` adds `.gz` to their names.")
            .define(
                    MAX_RECORDS,
                    ConfigDef.Type.INT,
                    10_000,
                    Range.atLeast(1),
                    Importance.MEDIUM,
                    "A file of so many records is complete.")
            .define(
                    MAX_BYTES,
                    ConfigDef.Type.LONG,
                    128L << 20,
                    Range.atLeast(1),
                    Importance.MEDIUM,
                    "A file of so many bytes is complete, before compression.")
            .define(
                    MAX_AGE,
                    ConfigDef.Type.LONG,
                    600_000L,
                    Range.atLeast(1),
                    Importance.MEDIUM,
                    "A file so old is complete, ms since its first record; looked at every `offset.flush.interval.ms` at least.");

    JsonLinesSinkConfig(Map<String, String> settings) {
        super(DEFINITION, settings, false);
    }

    Path folder() {
        return Path.of(getString(FOLDER));
    }

    boolean isCompressed() {
        return getString(COMPRESSION).equals("gzip");
    }
}
