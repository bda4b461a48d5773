package dev.assay.streams.bench;

import dev.assay.streams.topic.CommittedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The committed records of a topic at several moments. They are counted afterwards, by a {@code read_committed} reader that
 * takes no part of the cores while something is timed; at the moments only the ends of what is committed are asked for.
 */
final class CommittedRecords implements AutoCloseable {
    private final CommittedReader reader;
    private final List<Map<TopicPartition, Long>> moments = new ArrayList<>();

    CommittedRecords(String bootstrap, String topic) {
        reader = new CommittedReader(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap), List.of(topic));
    }

    /** Remembers how far the topic is committed now. */
    void mark() {
        moments.add(reader.committedEnds());
    }

    /** Records between each moment and the next: transactions' markers have offsets too, so that a difference counts too many. */
    long[] counts() {
        long[] counts = new long[moments.size() - 1];
        Map<TopicPartition, Long> ends = moments.get(counts.length);
        reader.seek(moments.get(0));
        while (reader.positions().entrySet().stream().anyMatch(at -> at.getValue() < ends.get(at.getKey()))) {
            reader.poll().forEach(record -> count(record, counts));
        }
        return counts;
    }

    private void count(ConsumerRecord<byte[], byte[]> record, long[] counts) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        for (int i = 0; i < counts.length; i++) {
            if (record.offset() < moments.get(i + 1).get(partition)) {
                counts[i]++;
                return;
            }
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
