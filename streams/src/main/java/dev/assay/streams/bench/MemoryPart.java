package dev.assay.streams.bench;

import dev.assay.streams.run.Detection;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.DoubleAccumulator;

/** {@code assay run} as a user starts it: how soon it gives a verdict, and what memory it takes under load. */
final class MemoryPart implements BenchPart {
    private static final double MEGABYTE = 1 << 20;
    private static final int LONG_TEXT_CHARACTERS = 24_000;

    @Override
    public List<Figure> figures() {
        return List.of(Figure.START_SECONDS, Figure.MEMORY_PEAK, Figure.MEMORY_HEAP);
    }

    @Override
    public void measure(Bench bench, Findings findings) {
        try (BenchBroker broker = BenchBroker.start()) {
            Settings own = broker.prepare(
                    bench.settings()
                            .with(SettingTable.MODEL, bench.bundle().directory().toString(), "bench"),
                    "memory",
                    Detection.topics(bench.settings()).textEvents().partitions());
            String bootstrap = own.get(SettingTable.BOOTSTRAP_SERVERS);
            String events = Detection.topics(own).textEvents().name();
            try (EventSender sender = new EventSender(bootstrap, events);
                    VerdictReader reader = new VerdictReader(bootstrap, Detection.topics(own))) {
                List<String> texts = LengthSpread.of(Integer.MAX_VALUE);
                sender.send(List.of(PipelinePart.event(texts.get(0))));
                long start = System.nanoTime();
                try (Instance instance = Instance.start(broker.folder("memory"), own)) {
                    reader.read(1, (record, nanos) -> {});
                    findings.put(Figure.START_SECONDS, (System.nanoTime() - start) / 1e9);
                    load(bench, texts, instance, sender, reader, findings);
                }
            }
        }
    }

    private static void load(
            Bench bench,
            List<String> texts,
            Instance instance,
            EventSender sender,
            VerdictReader reader,
            Findings findings) {
        double idle = ResidentSet.of(instance.pid()) / MEGABYTE;
        List<byte[]> load = new ArrayList<>();
        for (int i = 0; i < bench.scale().loadTexts(); i++) {
            load.add(PipelinePart.event(texts.get(i % texts.size())));
        }
        String joined = String.join(" ", texts);
        load.add(PipelinePart.event(joined.substring(0, Math.min(LONG_TEXT_CHARACTERS, joined.length()))));
        sender.send(load);
        DoubleAccumulator heapBytes = new DoubleAccumulator(Math::max, 0);
        reader.read(
                load.size(),
                (record, nanos) -> heapBytes.accumulate(instance.metric("jvm_memory_committed_bytes{area=\"heap\"")));
        double heap = heapBytes.get();
        double peak = ResidentSet.peakOf(instance.pid());
        findings.put(Figure.MEMORY_PEAK, peak / MEGABYTE);
        findings.put(Figure.MEMORY_HEAP, heap / MEGABYTE);
        findings.add(new Table(
                "Memory",
                "`assay run` with the settings in force and precision "
                        + bench.bundle().manifest().precision()
                        + ", from the start of its process to the first committed verdict on an event that waits, then under a load of "
                        + load.size() + " sample texts, the last of " + LONG_TEXT_CHARACTERS
                        + " characters. MB are of 2^20 bytes; the heap is what is committed.",
                List.of("first verdict s", "resident MB, idle", "peak", "heap MB"),
                List.of(List.of(
                        Numbers.of(findings.value(Figure.START_SECONDS)),
                        Numbers.of(idle),
                        Numbers.of(peak / MEGABYTE),
                        Numbers.of(heap / MEGABYTE)))));
    }
}
