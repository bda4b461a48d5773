package dev.assay.connectors;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** What Connect gives a sink task; it notes how long the task wants to wait. */
public final class SinkContext implements SinkTaskContext {
    private final ErrantRecordReporter reporter;
    private long timeout = -1;

    /** @param reporter takes dead letters, or null where there is no such queue */
    public SinkContext(ErrantRecordReporter reporter) {
        this.reporter = reporter;
    }

    /** The wait asked for last, ms; −1 where none was. */
    public long timeout() {
        return timeout;
    }

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        throw new UnsupportedOperationException("no task seeks");
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        throw new UnsupportedOperationException("no task seeks");
    }

    @Override
    public void timeout(long timeoutMs) {
        timeout = timeoutMs;
    }

    @Override
    public Set<TopicPartition> assignment() {
        return Set.of();
    }

    @Override
    public void pause(TopicPartition... partitions) {
        throw new UnsupportedOperationException("no task pauses");
    }

    @Override
    public void resume(TopicPartition... partitions) {
        throw new UnsupportedOperationException("no task pauses");
    }

    @Override
    public void requestCommit() {
        throw new UnsupportedOperationException("no task asks for commits");
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return reporter;
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException("no task has metrics of its own");
    }
}
