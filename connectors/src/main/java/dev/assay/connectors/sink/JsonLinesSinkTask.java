package dev.assay.connectors.sink;

import dev.assay.connectors.PluginVersion;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the partitions it is given; offsets are committed for complete files only. */
public final class JsonLinesSinkTask extends SinkTask {
    private static final Logger LOG = LoggerFactory.getLogger(JsonLinesSinkTask.class);

    private final Map<TopicPartition, PartitionWriter> writers = new HashMap<>();
    private JsonLinesSinkConfig config;
    private ErrantRecordReporter reporter;

    @Override
    public String version() {
        return PluginVersion.get();
    }

    @Override
    public void start(Map<String, String> settings) {
        config = new JsonLinesSinkConfig(settings);
        reporter = context.errantRecordReporter();
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            try {
                writers.put(partition, new PartitionWriter(partition, config));
            } catch (IOException fault) {
                throw failed(fault);
            }
        }
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        try {
            for (SinkRecord row : records) {
                write(row);
            }
            for (PartitionWriter writer : writers.values()) {
                writer.rollIfOld();
            }
        } catch (IOException fault) {
            throw failed(fault);
        }
    }

    private void write(SinkRecord row) throws IOException {
        try {
            writers.get(source(row)).write(row);
        } catch (DataException noForm) {
            if (reporter == null) {
                throw noForm;
            }
            var unused = reporter.report(row, noForm); // Connect awaits it before it commits
        }
    }

    /** Where the record came from, whatever topic a transform gave it. */
    private static TopicPartition source(SinkRecord row) {
        return new TopicPartition(row.originalTopic(), row.originalKafkaPartition());
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> consumed) {
        var complete = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (TopicPartition partition : consumed.keySet()) {
            PartitionWriter writer = writers.get(partition);
            if (writer != null && writer.complete() >= 0) {
                complete.put(partition, new OffsetAndMetadata(writer.complete() + 1));
            }
        }
        return complete;
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            PartitionWriter writer = writers.remove(partition);
            try {
                if (writer != null) {
                    writer.close();
                }
            } catch (IOException takenOver) {
                // What was not complete is read again by whoever has the partition now.
                LOG.warn("the last file of {} was not completed: {}", partition, takenOver.toString());
            }
        }
    }

    private ConnectException failed(IOException fault) {
        return new ConnectException("cannot write to " + config.folder() + ": " + fault, fault);
    }

    @Override
    public void stop() {}
}
