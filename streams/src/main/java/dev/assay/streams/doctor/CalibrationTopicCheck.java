package dev.assay.streams.doctor;

import dev.assay.schemas.Topic;
import dev.assay.streams.preflight.BrokerAccess;
import dev.assay.streams.run.Detection;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;

/** Whether calibrations can be published to running instances; without their topic all else works. */
final class CalibrationTopicCheck implements Check {
    private final Settings settings;
    private final Topic topic;
    private final Once<BrokerAccess> broker;

    CalibrationTopicCheck(Settings settings, Once<BrokerAccess> broker) {
        this.settings = settings;
        this.topic = Detection.topics(settings).calibrations();
        this.broker = broker;
    }

    @Override
    public String name() {
        return "topic " + topic.name();
    }

    @Override
    public Finding run() {
        if (!settings.get(SettingTable.CALIBRATIONS).isEmpty()) {
            return Finding.ok(this, "not read: setting calibrations says which are used");
        }
        return broker.find().map(this::look).orElseGet(() -> Finding.skipped(this, "no broker to ask"));
    }

    private Finding look(BrokerAccess access) {
        return access.partitions(topic.name()).isPresent()
                ? new TopicCheck(topic, broker).run()
                : Finding.noted(
                        this,
                        "missing, so that calibrations cannot be published: create it with `assay topics create "
                                + topic.name() + "`, then restart what runs");
    }
}
