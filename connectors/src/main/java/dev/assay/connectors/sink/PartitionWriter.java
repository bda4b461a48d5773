package dev.assay.connectors.sink;

import dev.assay.connectors.ConnectJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** Writes the records of one partition, file after file. */
final class PartitionWriter {
    private static final int BUFFER = 1 << 16;

    private final PartitionFolder folder;
    private final JsonLinesSinkConfig config;
    private long complete;
    private Path file;
    private FileChannel channel;
    private OutputStream out;
    private long first = -1;
    private long last = -1;
    private boolean sound = true;
    private int records;
    private long bytes;
    private long openedAt;

    /** Takes the partition over and begins after what stands in complete files. */
    PartitionWriter(TopicPartition partition, JsonLinesSinkConfig config) throws IOException {
        this.folder = new PartitionFolder(config.folder(), partition);
        this.config = config;
        this.complete = folder.takeOver();
        open(folder.create());
    }

    /** Last offset that stands in a complete file, or −1. */
    long complete() {
        return complete;
    }

    /** Writes a record unless a file has it already; a null value is passed over. */
    void write(SinkRecord row) throws IOException {
        if (row.originalKafkaOffset() <= complete || row.value() == null) {
            return;
        }
        byte[] line = (ConnectJson.of(row.value()) + "\n").getBytes(StandardCharsets.UTF_8);
        sound = false; // until the line stands there whole
        out.write(line);
        sound = true;
        if (records++ == 0) {
            first = row.originalKafkaOffset();
            openedAt = System.nanoTime();
        }
        last = row.originalKafkaOffset();
        bytes += line.length;
        if (isFull()) {
            roll();
        }
    }

    private boolean isFull() {
        return records >= config.getInt(JsonLinesSinkConfig.MAX_RECORDS)
                || bytes >= config.getLong(JsonLinesSinkConfig.MAX_BYTES);
    }

    /** Completes the file if it is old enough. */
    void rollIfOld() throws IOException {
        long age = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - openedAt);
        if (records > 0 && age >= config.getLong(JsonLinesSinkConfig.MAX_AGE)) {
            roll();
        }
    }

    private void roll() throws IOException {
        Path next = folder.create();
        try {
            finish();
        } catch (IOException takenOver) {
            Files.deleteIfExists(next);
            throw takenOver;
        }
        open(next);
    }

    private void finish() throws IOException {
        sound = false;
        if (out instanceof GZIPOutputStream gzip) {
            gzip.finish();
        }
        out.flush();
        channel.force(true);
        out.close();
        folder.finish(file, first, last, config.isCompressed());
        complete = last;
        sound = true;
    }

    private void open(Path unfinished) throws IOException {
        file = unfinished;
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
        OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        out = config.isCompressed() ? new GZIPOutputStream(buffered, BUFFER) : buffered;
        records = 0;
        bytes = 0;
    }

    /** Completes what there is and gives the partition up. */
    void close() throws IOException {
        if (records > 0 && sound) {
            finish();
            return;
        }
        Files.deleteIfExists(file);
        channel.close();
    }
}
