package dev.assay.streams.soak;

import dev.assay.schemas.Topics;
import dev.assay.streams.settings.SettingTable;
import java.util.List;
import java.util.Map;

/** How a run's events are encoded, and what its instances and its witness must be told of that. */
interface EventSource extends AutoCloseable {
    /** Writes values. */
    EventEncoder encoder(Topics topics);

    /** Odd records that go in between. */
    default List<Kind> kinds() {
        return Kinds.all();
    }

    /** Adds to the settings of instances. */
    default void tell(InstanceSettings settings) {
        settings.set(SettingTable.OUTPUT_FORMAT, "json");
    }

    /** What verdicts are read with. */
    default Map<String, Object> serde() {
        return Map.of();
    }

    @Override
    default void close() {}
}
