package dev.assay.streams.bench;

import dev.assay.streams.run.Detection;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** How throughput grows with instances and partitions, and with the length of the texts. */
final class GrowthPart implements BenchPart {
    private static final List<Integer> CHARACTERS = List.of(150, 300, 600, 1200, 2400, 4800, 9600);
    private static final int MOST_ROUNDS = 30;

    @Override
    public List<Figure> figures() {
        return List.of(Figure.GROWTH_INSTANCES, Figure.GROWTH_LENGTH);
    }

    @Override
    public void measure(Bench bench, Findings findings) throws InterruptedException {
        overInstances(bench, findings);
        overLengths(bench, findings);
    }

    private static void overInstances(Bench bench, Findings findings) {
        List<List<String>> rows = new ArrayList<>();
        double alone = Double.NaN;
        try (BenchBroker broker = BenchBroker.start()) {
            for (int instances : bench.scale().instances()) {
                bench.says("growth, " + instances + " instances");
                double speed = tokensPerSecond(bench, broker, instances);
                alone = rows.isEmpty() ? speed : alone;
                findings.put(Figure.GROWTH_INSTANCES, Integer.toString(instances), speed);
                rows.add(List.of(Integer.toString(instances), Numbers.of(speed), Numbers.of(speed / alone)));
            }
        }
        findings.add(new Table(
                "Growth by instances",
                "As many processes of `assay run` as partitions, each with one worker of one thread, on a broker in a process of its own;"
                        + " all on the " + Bench.cores() + " cores of this machine. Tokens/s of committed verdicts.",
                List.of("instances and partitions", "tokens/s", "by one"),
                rows));
    }

    private static double tokensPerSecond(Bench bench, BenchBroker broker, int instances) {
        String name = "growth-" + instances;
        Settings own = broker.prepare(
                bench.settings()
                        .with(SettingTable.MODEL, bench.bundle().directory().toString(), "bench")
                        .with(SettingTable.ENGINE_WORKERS, "1", "bench")
                        .with(SettingTable.ENGINE_THREADS, "1", "bench"),
                name,
                instances);
        Deque<Instance> running = new ArrayDeque<>();
        try {
            for (int i = 0; i < instances; i++) {
                running.add(Instance.start(broker.folder(name + "-" + i), own));
            }
            return new Crowd(bench, own, List.copyOf(running)).tokensPerSecond();
        } finally {
            running.forEach(Instance::close);
        }
    }

    /** Instances that share the partitions. */
    private record Crowd(Bench bench, Settings settings, List<Instance> instances) {
        double tokensPerSecond() {
            String bootstrap = settings.get(SettingTable.BOOTSTRAP_SERVERS);
            try (EventSender sender = new EventSender(
                            bootstrap, Detection.topics(settings).textEvents().name());
                    VerdictReader reader = new VerdictReader(bootstrap, Detection.topics(settings))) {
                List<byte[]> texts = LengthSpread.of(bench.scale().texts()).stream()
                        .map(PipelinePart::event)
                        .toList();
                warm(texts, sender, reader);
                int margin = texts.size();
                List<byte[]> all = new ArrayList<>();
                for (int i = 0; i < instances.size() + 2; i++) {
                    all.addAll(texts);
                }
                sender.send(all);
                SteadyState steady = new SteadyState(margin, all.size() - margin);
                reader.read(all.size(), (record, nanos) -> steady.arrived(PipelinePart.tokens(record), nanos));
                return steady.tokensPerSecond();
            }
        }

        /** Until each of them has its partition. */
        private void warm(List<byte[]> texts, EventSender sender, VerdictReader reader) {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                sender.send(texts);
                reader.read(texts.size(), (record, nanos) -> {});
                if (allAtWork()) {
                    return;
                }
            }
            throw new BenchException("an instance of the bench was not given a partition.");
        }

        private boolean allAtWork() {
            for (Instance instance : instances) {
                if (instance.metric("assay_emit_verdicts_total") == 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static void overLengths(Bench bench, Findings findings) throws InterruptedException {
        Layout layout = bench.layout();
        String joined = String.join(" ", LengthSpread.of(Integer.MAX_VALUE));
        List<List<String>> rows = new ArrayList<>();
        try (BenchModel model = bench.open(bench.bundle(), layout.threads())) {
            for (int characters : CHARACTERS) {
                List<String> texts = pieces(joined, characters, bench.scale().lengthCharacters());
                ScoringLoop.run(model, texts.subList(0, 1), 1); // reads what is read lazily
                Pace pace = ScoringLoop.run(model, texts, layout.workers());
                String length = Long.toString(pace.tokens() / pace.texts());
                findings.put(Figure.GROWTH_LENGTH, length, pace.tokensPerSecond());
                rows.add(List.of(length, Numbers.of(pace.tokensPerSecond()), Numbers.of(pace.textsPerSecond())));
            }
        }
        findings.add(new Table(
                "Growth by length",
                "The scoring loop over pieces of the sample texts, each row over as many characters in all; precision "
                        + bench.bundle().manifest().precision() + ", layout " + layout + ", window "
                        + bench.settings().get(SettingTable.WINDOW) + ".",
                List.of("tokens a text", "tokens/s", "texts/s"),
                rows));
    }

    /** Pieces of one length, of at least so many characters in all, and one for each core. */
    private static List<String> pieces(String joined, int characters, int all) {
        List<String> pieces = new ArrayList<>();
        int count = Math.max(2 * Bench.cores(), all / characters);
        for (int i = 0; i < count; i++) {
            int at = (int) ((long) i * characters % Math.max(1, joined.length() - characters));
            pieces.add(joined.substring(at, Math.min(joined.length(), at + characters)));
        }
        return pieces;
    }
}
