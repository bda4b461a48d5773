package dev.assay.streams.bench;

import dev.assay.detectors.model.Bundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bare scoring loop over sample texts, by precision and layout; all are measured in turn, round after round. */
final class EnginePart implements BenchPart {
    @Override
    public List<Figure> figures() {
        return List.of(Figure.ENGINE_TOKENS, Figure.ENGINE_TEXTS);
    }

    /** One row of the table. */
    private record Contender(BenchModel model, Layout layout, List<Pace> paces) {
        double tokensPerSecond() {
            return Numbers.median(paces.stream().map(Pace::tokensPerSecond).toList());
        }

        double textsPerSecond() {
            return Numbers.median(paces.stream().map(Pace::textsPerSecond).toList());
        }

        List<String> row() {
            List<Double> tokens = paces.stream().map(Pace::tokensPerSecond).toList();
            double cpu = Numbers.median(paces.stream()
                    .map(pace -> pace.cpuNanos() / 1e3 / pace.tokens())
                    .toList());
            return List.of(
                    model.precision(),
                    layout.toString(),
                    Numbers.spread(tokens),
                    Numbers.of(textsPerSecond()),
                    Numbers.of(cpu));
        }
    }

    @Override
    public void measure(Bench bench, Findings findings) throws InterruptedException {
        List<String> texts = LengthSpread.of(bench.scale().texts());
        Map<String, BenchModel> models = new HashMap<>();
        try {
            List<Contender> contenders = contenders(bench, models);
            for (BenchModel model : models.values()) {
                ScoringLoop.run(model, texts.subList(0, Math.min(4, texts.size())), 1); // reads what is read lazily
            }
            for (int round = 1; round <= bench.scale().pairs(); round++) {
                for (Contender contender : contenders) {
                    contender
                            .paces()
                            .add(ScoringLoop.run(
                                    contender.model(), texts, contender.layout().workers()));
                }
                bench.says("engine, round " + round + " of " + bench.scale().pairs());
            }
            report(bench, contenders, findings);
        } finally {
            models.values().forEach(BenchModel::close);
        }
    }

    /** Layouts of as many threads share a model. */
    private static List<Contender> contenders(Bench bench, Map<String, BenchModel> models) {
        List<Contender> contenders = new ArrayList<>();
        for (Bundle bundle : bench.precisions()) {
            for (Layout layout : bench.layouts()) {
                BenchModel model = models.computeIfAbsent(
                        bundle.id() + " " + layout.threads(), unused -> bench.open(bundle, layout.threads()));
                contenders.add(new Contender(model, layout, new ArrayList<>()));
            }
        }
        return contenders;
    }

    private static void report(Bench bench, List<Contender> contenders, Findings findings) {
        String chosen = bench.bundle().manifest().precision();
        for (Contender contender : contenders) {
            if (contender.layout().equals(bench.layout())
                    && contender.model().precision().equals(chosen)) {
                findings.put(Figure.ENGINE_TOKENS, contender.tokensPerSecond());
                findings.put(Figure.ENGINE_TEXTS, contender.textsPerSecond());
            }
            String of = contender.model().precision() + "." + contender.layout();
            findings.put(Figure.ENGINE_TOKENS, of, contender.tokensPerSecond());
            findings.put(Figure.ENGINE_TEXTS, of, contender.textsPerSecond());
        }
        findings.add(new Table(
                "Engine",
                describe(contenders),
                List.of("precision", "workers x threads", "tokens/s", "texts/s", "CPU µs a token"),
                contenders.stream().map(Contender::row).toList()));
    }

    private static String describe(List<Contender> contenders) {
        Pace pace = contenders.get(0).paces().get(0);
        return "A pass judges " + pace.texts() + " sample texts of " + pace.tokens()
                + " tokens together with every detector that draws no samples; median [least, most] of "
                + contenders.get(0).paces().size() + " rounds, in each of which every row had its turn.";
    }
}
