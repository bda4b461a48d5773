package dev.assay.connectors.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** A task over a folder, whose offsets are stored as Connect would, so that it can be started again. */
final class SourceRig implements SourceTaskContext, OffsetStorageReader {
    private final Map<Map<String, ?>, Map<String, ?>> stored = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final Path folder;

    SourceRig(Path folder, String... more) {
        this.folder = folder;
        settings.putAll(Map.of("folder", folder.toString(), "mode", "batch", "poll.interval.ms", "10"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
    }

    Path write(String name, String... lines) throws IOException {
        return write(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    void append(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardOpenOption.APPEND);
    }

    static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    JsonLinesSourceTask start(String... more) {
        var all = new HashMap<>(settings);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        var task = new JsonLinesSourceTask();
        task.initialize(this);
        task.start(all);
        return task;
    }

    /** One poll, whose records count as committed. */
    List<SourceRecord> poll(JsonLinesSourceTask task) throws InterruptedException {
        List<SourceRecord> batch = task.poll();
        if (batch == null) {
            return List.of();
        }
        batch.forEach(read -> stored.put(Map.copyOf(read.sourcePartition()), Map.copyOf(read.sourceOffset())));
        return batch;
    }

    /** Everything that a new task reads until it finds nothing. */
    List<SourceRecord> drain(String... more) throws InterruptedException {
        JsonLinesSourceTask task = start(more);
        try {
            return drain(task);
        } finally {
            task.stop();
        }
    }

    List<SourceRecord> drain(JsonLinesSourceTask task) throws InterruptedException {
        var all = new ArrayList<SourceRecord>();
        for (List<SourceRecord> batch = poll(task); !batch.isEmpty(); batch = poll(task)) {
            all.addAll(batch);
        }
        return all;
    }

    static boolean isDead(SourceRecord read) {
        return read.topic().equals("assay.dead-lines");
    }

    static String text(SourceRecord read) {
        return ((Struct) read.value()).getString("text");
    }

    /** {@code FILE:LINE CAUSE}. */
    static String fault(SourceRecord dead) {
        return header(dead, SourceRecords.FILE) + ":" + header(dead, SourceRecords.LINE) + " "
                + header(dead, SourceRecords.MESSAGE);
    }

    static Object header(SourceRecord dead, String name) {
        return dead.headers().lastWithName(name).value();
    }

    static List<String> texts(List<SourceRecord> read) {
        return read.stream().filter(r -> !isDead(r)).map(SourceRig::text).toList();
    }

    static List<String> faults(List<SourceRecord> read) {
        return read.stream().filter(SourceRig::isDead).map(SourceRig::fault).toList();
    }

    @Override
    public Map<String, String> configs() {
        return settings;
    }

    @Override
    public OffsetStorageReader offsetStorageReader() {
        return this;
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException("the task has no metrics of its own");
    }

    @Override
    public <T> Map<String, Object> offset(Map<String, T> partition) {
        return offsets(List.of(partition)).get(partition);
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
        var found = new LinkedHashMap<Map<String, T>, Map<String, Object>>();
        for (Map<String, T> partition : partitions) {
            Map<String, ?> offset = stored.get(partition);
            if (offset != null) {
                found.put(partition, new HashMap<>(offset));
            }
        }
        return found;
    }
}
