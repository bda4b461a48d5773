package dev.assay.connectors.source;

import dev.assay.connectors.PluginVersion;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the files of its share, one after another. */
public final class JsonLinesSourceTask extends SourceTask {
    static final String NUMBER = "task.number";
    static final String COUNT = "task.count";

    private static final Logger LOG = LoggerFactory.getLogger(JsonLinesSourceTask.class);
    private static final long BATCH_BYTES = 4 << 20;

    /** How far a file is read, and the size it had when nothing was left; −1 while it is being read. */
    private record Progress(FileOffset offset, long sizeAtEnd) {}

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<String, Progress> progress = new HashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private JsonLinesSourceConfig config;
    private SourceRecords records;
    private InputFolder folder;
    private InputFile open;
    private boolean scanned;

    @Override
    public String version() {
        return PluginVersion.get();
    }

    @Override
    public void start(Map<String, String> settings) {
        config = new JsonLinesSourceConfig(settings);
        records = new SourceRecords(config);
        folder = InputFolder.of(
                config.folder(),
                config.getList(JsonLinesSourceConfig.FILES),
                Integer.parseInt(settings.getOrDefault(NUMBER, "0")),
                Integer.parseInt(settings.getOrDefault(COUNT, "1")));
    }

    @Override
    public synchronized List<SourceRecord> poll() throws InterruptedException {
        try {
            while (openNext()) {
                List<SourceRecord> batch = read();
                if (!batch.isEmpty()) {
                    return batch;
                }
            }
        } catch (IOException fault) {
            throw new ConnectException("cannot read the files of " + folder.folder() + ": " + fault, fault);
        }
        boolean stopping = stopped.await(config.getInt(JsonLinesSourceConfig.INTERVAL), TimeUnit.MILLISECONDS);
        return stopping ? List.of() : null;
    }

    /** Makes a file that has something new the open one; false where none has. */
    private boolean openNext() throws IOException {
        if (open != null) {
            return true;
        }
        if (waiting.isEmpty()) {
            scan();
        }
        while (open == null && !waiting.isEmpty()) {
            String name = waiting.remove();
            try {
                open = new InputFile(folder.open(name), name, progress.get(name).offset(), config.rules());
            } catch (NoSuchFileException gone) {
                LOG.warn("{} is passed over until the folder is looked at again: {}", name, reason(gone));
            }
        }
        return open != null;
    }

    private static String reason(NoSuchFileException gone) {
        return gone.getReason() == null ? "it is gone" : gone.getReason();
    }

    private void scan() throws IOException {
        if (scanned && !config.isTail()) {
            return;
        }
        Map<String, Long> sizes = folder.scan();
        restore(sizes.keySet().stream()
                .filter(name -> !progress.containsKey(name))
                .toList());
        sizes.forEach((name, size) -> {
            if (progress.get(name).sizeAtEnd() != size) {
                waiting.add(name);
            }
        });
        scanned = true;
    }

    private void restore(Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        var stored = context.offsetStorageReader()
                .offsets(names.stream().map(FileOffset::partition).toList());
        for (String name : names) {
            try {
                progress.put(name, new Progress(FileOffset.of(stored.get(FileOffset.partition(name))), -1));
            } catch (IllegalArgumentException unreadable) {
                throw new ConnectException("the stored offset of " + name + ": " + unreadable.getMessage()
                        + "; set another, or delete it (/connectors/NAME/offsets)");
            }
        }
    }

    /** What the open file has, at most one batch; closes it at its end. */
    private List<SourceRecord> read() throws IOException {
        int most = config.getInt(JsonLinesSourceConfig.BATCH);
        var batch = new ArrayList<SourceRecord>();
        long start = open.position();
        while (batch.size() < most && open.position() - start < BATCH_BYTES) {
            Entry entry = open.next();
            if (entry == null) {
                close(open.size());
                return batch;
            }
            batch.add(records.of(open.name(), entry, open.offset()));
        }
        return batch;
    }

    private void close(long sizeAtEnd) throws IOException {
        progress.put(open.name(), new Progress(open.offset(), sizeAtEnd));
        open.close();
        open = null;
    }

    @Override
    public void stop() {
        stopped.countDown();
        synchronized (this) {
            if (open != null) {
                try {
                    open.close();
                } catch (IOException harmless) {
                    LOG.debug("closing {}", open.name(), harmless);
                }
                open = null;
            }
        }
    }
}
