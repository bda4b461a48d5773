package dev.assay.streams.bench;

import dev.assay.detectors.Assessor;
import dev.assay.detectors.AssessorSettings;
import dev.assay.streams.http.Metrics;
import dev.assay.streams.judge.Judge;
import dev.assay.streams.judge.ScoringSettings;
import dev.assay.streams.run.Detection;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/** The streaming path over a stub of tokenizer and scorer: as fast as it goes with a model that costs nothing. */
final class CeilingPart implements BenchPart {
    private static final int EVENT_BYTES = 100;
    private static final int ENOUGH_A_SECOND = 45_000;
    private static final int SLICE = 100_000;
    private static final double MEGABYTE = 1 << 20;

    @Override
    public List<Figure> figures() {
        return List.of(Figure.CEILING_RECORDS, Figure.CEILING_GROWTH);
    }

    @Override
    public void measure(Bench bench, Findings findings) {
        AssessorSettings scoring = ScoringSettings.of(bench.settings()).withCalibrations(List.of("none"));
        try (Assessor assessor = StubModel.assessor(scoring);
                BenchBroker broker = BenchBroker.start();
                Metrics metrics = new Metrics()) {
            Settings own = broker.prepare(
                    bench.settings(),
                    "ceiling",
                    Detection.topics(bench.settings()).textEvents().partitions());
            int events = fill(own, bench.scale());
            bench.says("ceiling, " + events + " events wait");
            Judge judge = Judge.of(assessor, () -> {});
            try (CommittedRecords committed = new CommittedRecords(
                    own.get(SettingTable.BOOTSTRAP_SERVERS),
                    Detection.topics(own).verdicts().name())) {
                List<Moment> moments;
                try (Detection detection = Detection.start(own, judge, metrics.registry())) {
                    moments = new Watch(detection, broker, committed, events).over(bench.scale());
                }
                report(moments, committed.counts(), bench.scale(), findings);
            }
        }
    }

    /** Puts all events on the topic before anything is timed: a generator would take part of the cores. */
    private static int fill(Settings own, Scale scale) {
        int events = scale.ceilingEvents(ENOUGH_A_SECOND);
        try (EventSender sender = new EventSender(
                own.get(SettingTable.BOOTSTRAP_SERVERS),
                Detection.topics(own).textEvents().name())) {
            List<byte[]> values = events(Math.min(SLICE, events));
            for (int sent = 0; sent < events; sent += values.size()) {
                sender.send(values);
            }
            return (events + values.size() - 1) / values.size() * values.size();
        }
    }

    /** JSON objects of a hundred bytes that name a language and hold a piece of a sample text each. */
    private static List<byte[]> events(int count) {
        String prose = String.join(" ", LengthSpread.of(Integer.MAX_VALUE)).replaceAll("[^A-Za-z,.]+", " ");
        String before = "{\"language\":\"en\",\"text\":\"";
        String after = "\"}";
        int room = EVENT_BYTES - before.length() - after.length();
        List<byte[]> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = (int) (i * 37L % (prose.length() - room));
            values.add((before + prose.substring(at, at + room) + after).getBytes(StandardCharsets.UTF_8));
        }
        return values;
    }

    /** Counters at one moment. */
    private record Moment(long nanos, long own, long broker, double resident, double heap) {}

    /** An application at work on events that wait. */
    private record Watch(Detection detection, BenchBroker broker, CommittedRecords committed, int events) {
        List<Moment> over(Scale scale) {
            await(() -> detection.counts().verdicts() > 0, TimeUnit.MINUTES.toNanos(2));
            pause(scale.warmSeconds());
            List<Moment> moments = new ArrayList<>();
            moments.add(moment());
            int step = Math.max(1, scale.ceilingSeconds() / 6);
            for (int second = 0; second < scale.ceilingSeconds() && !isOver(); second += step) {
                pause(step);
                moments.add(moment());
            }
            return moments;
        }

        private Moment moment() {
            System.gc(); // what is left after it is in use
            Runtime heap = Runtime.getRuntime();
            committed.mark();
            return new Moment(
                    System.nanoTime(),
                    CpuTime.ofProcess(),
                    broker.cpuNanos(),
                    ResidentSet.ofThisProcess(),
                    heap.totalMemory() - heap.freeMemory());
        }

        private boolean isOver() {
            return detection.counts().verdicts() >= events;
        }

        private void pause(int seconds) {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            await(() -> System.nanoTime() >= until || isOver(), TimeUnit.MINUTES.toNanos(5));
        }

        private void await(BooleanSupplier condition, long longest) {
            long start = System.nanoTime();
            while (!condition.getAsBoolean()) {
                requireAlive(detection);
                if (System.nanoTime() - start > longest) {
                    throw new BenchException("the application wrote no verdict (--debug shows its log).");
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    static void requireAlive(Detection detection) {
        detection.dead().ifPresent(reason -> {
            throw new BenchException("the application stopped: " + reason);
        });
    }

    private static void report(List<Moment> moments, long[] counts, Scale scale, Findings findings) {
        Moment first = moments.get(0);
        Moment last = moments.get(moments.size() - 1);
        double seconds = (last.nanos() - first.nanos()) / 1e9;
        findings.put(Figure.CEILING_RECORDS, LongStream.of(counts).sum() / seconds);
        findings.put(Figure.CEILING_GROWTH, (last.resident() - first.resident()) / MEGABYTE);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            rows.add(row(first, moments.get(i), moments.get(i + 1), counts[i]));
        }
        findings.add(new Table(
                "Ceiling",
                "Events of " + EVENT_BYTES
                        + " bytes that name their language, all on the topic before anything is timed; tokenizer and scorer are stubs, the"
                        + " other steps and every detector are not. Broker in another process on the same cores,"
                        + " exactly_once_v2; timed from " + scale.warmSeconds()
                        + " s after the first verdict on. Verdicts are counted afterwards, by a read_committed reader.",
                List.of("until s", "records/s", "cores, application", "cores, broker", "resident MB", "heap in use MB"),
                rows));
    }

    private static List<String> row(Moment first, Moment from, Moment to, long count) {
        double nanos = to.nanos() - from.nanos();
        return List.of(
                Numbers.of(Math.rint((to.nanos() - first.nanos()) / 1e9)),
                Numbers.of(count / nanos * 1e9),
                Numbers.of((to.own() - from.own()) / nanos),
                Numbers.of((to.broker() - from.broker()) / nanos),
                Numbers.of(to.resident() / MEGABYTE),
                Numbers.of(to.heap() / MEGABYTE));
    }
}
