package dev.assay.streams.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.schemas.TextEvent;
import dev.assay.schemas.TextEventJson;
import dev.assay.schemas.Topics;
import dev.assay.streams.http.Metrics;
import dev.assay.streams.run.Detection;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The same texts through a broker in another process, exactly once, beside the bare loop. */
final class PipelinePart implements BenchPart {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public List<Figure> figures() {
        return List.of(Figure.PIPELINE_RATIO, Figure.PIPELINE_OUTSIDE, Figure.PIPELINE_BROKER);
    }

    /**
     * One way through the stream.
     *
     * @param tokensPerSecond of its middle part
     * @param outsideMillis CPU milliseconds a text of this process outside the model, over all of it
     * @param brokerMillis CPU milliseconds a text of the broker
     */
    private record Passage(double tokensPerSecond, double outsideMillis, double brokerMillis) {}

    @Override
    public void measure(Bench bench, Findings findings) throws InterruptedException {
        Layout layout = bench.layout();
        try (BenchModel model = bench.open(bench.bundle(), layout.threads());
                BenchBroker broker = BenchBroker.startCompiled();
                Metrics metrics = new Metrics()) {
            int partitions = Detection.topics(bench.settings()).textEvents().partitions();
            broker.warm(bench.scale().warmTransactions(), partitions);
            Settings own = broker.prepare(bench.settings(), "pipeline", partitions);
            Topics topics = Detection.topics(own);
            String bootstrap = own.get(SettingTable.BOOTSTRAP_SERVERS);
            try (Detection detection = Detection.start(own, model.judge(), metrics.registry());
                    EventSender sender =
                            new EventSender(bootstrap, topics.textEvents().name());
                    VerdictReader reader = new VerdictReader(bootstrap, topics)) {
                compare(bench, model, new Stream(model, broker, detection, sender, reader), findings);
            }
        }
    }

    private static void compare(Bench bench, BenchModel model, Stream stream, Findings findings)
            throws InterruptedException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < bench.scale().repetitions(); i++) {
            texts.addAll(LengthSpread.of(bench.scale().texts()));
        }
        int workers = bench.layout().workers();
        stream.warm(bench.scale().warmEvents());
        ScoringLoop.run(model, texts, workers);
        stream.pass(texts);
        List<Pace> loops = new ArrayList<>();
        List<Passage> passages = new ArrayList<>();
        for (int pair = 1; pair <= bench.scale().pairs(); pair++) {
            loops.add(ScoringLoop.run(model, texts, workers));
            passages.add(stream.pass(texts));
            bench.says("pipeline, pair " + pair + " of " + bench.scale().pairs());
        }
        report(bench, texts, loops, passages, findings);
    }

    private static void report(
            Bench bench, List<String> texts, List<Pace> loops, List<Passage> passages, Findings findings) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < loops.size(); i++) {
            ratios.add(passages.get(i).tokensPerSecond() / loops.get(i).tokensPerSecond());
        }
        List<Double> outside = passages.stream().map(Passage::outsideMillis).toList();
        List<Double> broker = passages.stream().map(Passage::brokerMillis).toList();
        List<Double> loopOutside = loops.stream().map(Pace::outsideMillis).toList();
        findings.put(Figure.PIPELINE_RATIO, Numbers.median(ratios));
        findings.put(Figure.PIPELINE_OUTSIDE, Numbers.median(outside));
        findings.put(Figure.PIPELINE_BROKER, Numbers.median(broker));
        findings.add(new Table(
                "Pipeline",
                "Each pair judges " + texts.size() + " texts of "
                        + loops.get(0).tokens()
                        + " tokens: in the bare loop, then from topic to topic with exactly_once_v2 and the program's own settings, on a"
                        + " broker in another process on the same cores, after "
                        + bench.scale().warmTransactions()
                        + " transactions and "
                        + bench.scale().warmEvents()
                        + " events without text, for both JVMs compile what runs often. Timed is how fast committed verdicts on as many texts"
                        + " arrive at a reader; a few others go before and behind, so that neither a queue that fills nor one that runs empty"
                        + " is timed. Sender and reader of the bench are in its process and count as CPU outside the model, as do"
                        + " threads of the model other than the caller's.",
                List.of("", "tokens/s", "CPU ms a text outside the model", "CPU ms a text of the broker"),
                List.of(
                        List.of(
                                "loop",
                                Numbers.spread(loops.stream()
                                        .map(Pace::tokensPerSecond)
                                        .toList()),
                                Numbers.spread(loopOutside),
                                "–"),
                        List.of(
                                "stream",
                                Numbers.spread(passages.stream()
                                        .map(Passage::tokensPerSecond)
                                        .toList()),
                                Numbers.spread(outside),
                                Numbers.spread(broker)),
                        List.of("ratio", Numbers.spread(ratios), "", ""))));
    }

    /** The application's input and output. */
    private record Stream(
            BenchModel model, BenchBroker broker, Detection detection, EventSender sender, VerdictReader reader) {
        /** Sends events that cost no model anything: a stream and a broker that have run for a while are compiled. */
        void warm(int events) {
            sender.send(Collections.nCopies(events, event("")));
            reader.read(events, (record, nanos) -> {});
            CeilingPart.requireAlive(detection);
        }

        /**
         * One way through for all texts, behind and before a few others: a queue that fills and one that runs empty are no steady
         * state.
         */
        Passage pass(List<String> texts) {
            int margin = Math.min(texts.size(), 2 * Bench.cores());
            List<String> all = new ArrayList<>(texts.subList(texts.size() - margin, texts.size()));
            all.addAll(texts);
            all.addAll(texts.subList(0, margin));
            long cpu0 = CpuTime.ofProcess();
            long model0 = model.modelNanos();
            long broker0 = broker.cpuNanos();
            sender.send(all.stream().map(PipelinePart::event).toList());
            SteadyState steady = new SteadyState(margin, margin + texts.size());
            reader.read(all.size(), (record, nanos) -> steady.arrived(tokens(record), nanos));
            CeilingPart.requireAlive(detection);
            double outside = CpuTime.ofProcess() - cpu0 - (model.modelNanos() - model0);
            return new Passage(
                    steady.tokensPerSecond(),
                    outside / 1e6 / all.size(),
                    (broker.cpuNanos() - broker0) / 1e6 / all.size());
        }
    }

    static byte[] event(String text) {
        return TextEventJson.write(new TextEvent(null, null, text, null, null, null, Map.of()))
                .getBytes(StandardCharsets.UTF_8);
    }

    static long tokens(ConsumerRecord<byte[], byte[]> verdict) {
        try {
            return JSON.readTree(verdict.value()).at("/text/scored_tokens").longValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
