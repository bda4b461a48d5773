package dev.assay.streams.detection;

import dev.assay.streams.topic.CommittedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Collects what a topic holds, committed records only. */
public final class TopicReader implements AutoCloseable {
    private final CommittedReader reader;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    /** From the beginning. */
    public TopicReader(String bootstrap, String topic) {
        reader = new CommittedReader(Map.of("bootstrap.servers", bootstrap, "client.id", topic), List.of(topic));
    }

    /** All records so far. */
    public List<ConsumerRecord<byte[], byte[]>> read() {
        records.addAll(reader.poll());
        return records;
    }

    /** All records there are; nobody may be writing. */
    public List<ConsumerRecord<byte[], byte[]>> readToEnd() {
        reader.readToEnd(records::addAll);
        return records;
    }

    @Override
    public void close() {
        reader.close();
    }
}
