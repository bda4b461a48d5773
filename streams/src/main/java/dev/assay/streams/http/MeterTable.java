package dev.assay.streams.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every metric that {@code /metrics} shows, in Prometheus' names: dashboards and alerts rest on them. Of what others measure (Kafka, the
 * JVM) only what is listed is shown; the rest of Kafka's some three hundred names is in JMX.
 */
public final class MeterTable {
    private static final String OURS = "assay_";
    private static final Pattern UNIT_AND_TOTAL = Pattern.compile("(_seconds)?(_total)?$");
    private static final PrometheusNamingConvention NAMING = new PrometheusNamingConvention();
    private static final List<Row> ROWS = List.of(
            new Row("assay_ingest_records_total", "counter", "", "Records read."),
            new Row("assay_ingest_tombstones_total", "counter", "", "Records without a value, passed over."),
            new Row("assay_score_queue", "gauge", "", "Texts that wait for a worker of the engine."),
            new Row("assay_score_in_flight", "gauge", "", "Texts being scored."),
            new Row("assay_score_stuck", "gauge", "", "Workers that a text holds beyond its time."),
            new Row("assay_score_pending", "gauge", "", "Events taken in and not yet answered."),
            new Row("assay_score_held_bytes", "gauge", "", "Bytes of events in memory."),
            new Row("assay_score_texts_total", "counter", "", "Texts scored."),
            new Row("assay_score_tokens_total", "counter", "", "Tokens scored."),
            new Row("assay_score_failures_total", "counter", "cause", "Texts that could not be scored."),
            new Row(
                    "assay_score_latency_seconds",
                    "summary",
                    "quantile",
                    "From submission to the engine to the result."),
            new Row("assay_emit_verdicts_total", "counter", "", "Verdicts written."),
            new Row("assay_emit_answers_total", "counter", "question, decision, reason", "Answers in those verdicts."),
            new Row("assay_emit_text_bytes_total", "counter", "", "Bytes of their original texts in UTF-8."),
            new Row("assay_emit_text_tokens_total", "counter", "", "Tokens of their normalized texts."),
            new Row("assay_emit_latency_seconds", "histogram", "le", "From the event's time to the verdict."),
            new Row(
                    "assay_meter_failures_total",
                    "counter",
                    "",
                    "Updates of meters that failed; what they measure went on."),
            new Row("assay_emit_dead_letters_total", "counter", "cause", "Dead letters written instead of verdicts."),
            new Row(
                    "assay_application_running",
                    "gauge",
                    "application",
                    "1 while the application reads its topics, else 0."),
            new Row(
                    "assay_application_lag_records",
                    "gauge",
                    "application",
                    "Records that it has not read yet, over all its partitions."),
            new Row("assay_metrics_verdicts_total", "counter", "", "Verdicts read for the topic of metrics."),
            new Row(
                    "assay_metrics_unreadable_total",
                    "counter",
                    "",
                    "Records on the topic of verdicts that were none, now dead letters."),
            new Row(
                    "assay_metrics_late_total",
                    "counter",
                    "",
                    "Verdicts that came after their window was written, and were added to it."),
            new Row("assay_metrics_records_total", "counter", "", "Records written to the topic of metrics."),
            new Row(
                    "assay_metrics_window_end_seconds",
                    "gauge",
                    "question",
                    "End of the last window written, seconds since 1970."),
            new Row(
                    "assay_metrics_drift_texts",
                    "gauge",
                    "question",
                    "p-values that show drift in the last window, over all texts."),
            new Row("assay_metrics_drift_ks", "gauge", "question", "Their Kolmogorov-Smirnov distance from uniform."),
            new Row(
                    "assay_metrics_drift_ks_upper",
                    "gauge",
                    "question",
                    "The same of those above a half: the drift of ordinary texts."),
            new Row("assay_metrics_drift_mean_p", "gauge", "question", "Their mean; a half without drift."),
            new Row(
                    "assay_metrics_drift_null_share",
                    "gauge",
                    "question",
                    "Estimated share of texts that are like the calibration's."),
            new Row("assay_calibrations_in_force", "gauge", "", "Calibrations that texts are judged by."),
            new Row(
                    "assay_calibrations_passed_over",
                    "gauge",
                    "reason",
                    "Published calibrations that are not used: foreign (of another model or other settings) or broken."),
            new Row("kafka_stream_alive_stream_threads", "gauge", "client_id", "Stream threads that run."),
            new Row(
                    "kafka_stream_failed_stream_threads_total",
                    "counter",
                    "client_id",
                    "Stream threads that died since the start."),
            new Row(
                    "kafka_stream_thread_poll_ratio",
                    "gauge",
                    "thread_id",
                    "Share of a stream thread's time spent waiting for records."),
            new Row("kafka_stream_thread_process_ratio", "gauge", "thread_id", "Share spent processing."),
            new Row("kafka_stream_thread_punctuate_ratio", "gauge", "thread_id", "Share spent handing on results."),
            new Row("kafka_stream_thread_commit_ratio", "gauge", "thread_id", "Share spent committing."),
            new Row(
                    "kafka_consumer_fetch_manager_records_lag",
                    "gauge",
                    "client_id, topic, partition",
                    "Records not read yet, by partition; there within a minute after the start."),
            new Row("kafka_consumer_fetch_manager_records_lag_max", "gauge", "client_id", "The largest of these."),
            new Row(
                    "kafka_consumer_fetch_manager_records_consumed_total",
                    "counter",
                    "client_id",
                    "Records read by a consumer."),
            new Row(
                    "kafka_consumer_coordinator_rebalance_total",
                    "counter",
                    "client_id",
                    "Rebalances that a consumer took part in."),
            new Row("kafka_producer_record_send_total", "counter", "client_id", "Records sent by a producer."),
            new Row("kafka_producer_record_error_total", "counter", "client_id", "Records that could not be sent."),
            new Row(
                    "kafka_producer_txn_commit_time_ns_total",
                    "counter",
                    "client_id",
                    "Nanoseconds spent committing transactions."),
            new Row(
                    "process_resident_memory_bytes",
                    "gauge",
                    "",
                    "Memory of the process in RAM, models included (Linux)."),
            new Row("process_cpu_usage", "gauge", "", "Share of the machine's CPU time used by the process."),
            new Row("process_start_time_seconds", "gauge", "", "Start of the process, seconds since 1970."),
            new Row("process_uptime_seconds", "gauge", "", "Time since the start."),
            new Row("system_cpu_count", "gauge", "", "Cores."),
            new Row("system_cpu_usage", "gauge", "", "Share of the machine's CPU time used by all."),
            new Row("system_load_average_1m", "gauge", "", "Load of the machine."),
            new Row("jvm_memory_used_bytes", "gauge", "area, id", "Memory used by the JVM; area heap or nonheap."),
            new Row("jvm_memory_committed_bytes", "gauge", "area, id", "Memory committed for it."),
            new Row("jvm_memory_max_bytes", "gauge", "area, id", "Most that it may use; -1: no limit."),
            new Row("jvm_buffer_memory_used_bytes", "gauge", "id", "Direct and mapped buffers."),
            new Row(
                    "jvm_gc_pause_seconds",
                    "summary",
                    "action, cause, gc",
                    "Pauses for garbage collection; there after the first."),
            new Row("jvm_gc_memory_allocated_bytes_total", "counter", "", "Bytes allocated."),
            new Row("jvm_gc_live_data_size_bytes", "gauge", "", "Heap that survived the last full collection."),
            new Row("jvm_threads_live_threads", "gauge", "", "Threads."));
    private static final Map<String, Row> BY_NAME = ROWS.stream()
            .collect(Collectors.toMap(row -> stem(row.name()), row -> row, (a, b) -> a, LinkedHashMap::new));

    /**
     * One metric.
     *
     * @param name in Prometheus; a summary or histogram also has NAME_max
     * @param type in Prometheus' words
     * @param labels comma-separated, without those that name the instance; empty: none
     * @param help what it says, in one sentence
     */
    public record Row(String name, String type, String labels, String help) {}

    private MeterTable() {}

    /** All rows, in the order of documentation. */
    public static List<Row> all() {
        return ROWS;
    }

    /** Shows what is listed, with its sentence, and hides what others measure beyond that. */
    static MeterFilter filter() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                Row row = BY_NAME.get(name(id));
                return row == null
                        ? id
                        : new Meter.Id(id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), row.help(), id.getType());
            }

            @Override
            public MeterFilterReply accept(Meter.Id id) {
                String name = name(id);
                return name.startsWith(OURS) || BY_NAME.containsKey(name)
                        ? MeterFilterReply.NEUTRAL
                        : MeterFilterReply.DENY;
            }
        };
    }

    private static String name(Meter.Id id) {
        return stem(NAMING.name(id.getName(), id.getType(), id.getBaseUnit()));
    }

    /** Without what is put to a name later: a gauge of time gets its unit only after the filters. */
    private static String stem(String name) {
        return UNIT_AND_TOTAL.matcher(name).replaceFirst("");
    }
}
