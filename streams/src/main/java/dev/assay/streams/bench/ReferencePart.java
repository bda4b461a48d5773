package dev.assay.streams.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.detectors.TextInput;
import dev.assay.detectors.detect.Score;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.normalize.TextNormalizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The papers' way beside ours: transformers on PyTorch in fp32, the same texts, detectors and threads. */
final class ReferencePart implements BenchPart {
    private static final OtherScorer.Kind TRANSFORMERS =
            new OtherScorer.Kind("reference.py", List.of("torch", "transformers", "accelerate", "gguf"));
    private static final String SAMPLED = "lastde++";
    private static final int SAMPLES = 100;
    private static final List<String> COMPARED = List.of("log-likelihood", "fast-detect-gpt");

    private static final String OURS = "Assay";
    private static final String OURS_FP32 = "Assay, fp32";
    private static final String OURS_SAMPLED = "Assay, with lastde++";
    private static final String THEIRS = "reference";
    private static final String THEIRS_SAMPLED = "reference, with lastde++";

    @Override
    public List<Figure> figures() {
        return List.of(Figure.REFERENCE_RATIO, Figure.REFERENCE_FP32_RATIO, Figure.REFERENCE_SAMPLED_RATIO);
    }

    @Override
    public void measure(Bench bench, Findings findings) throws InterruptedException {
        Bundle bundle = bench.bundle();
        Optional<String> python = OtherScorer.python(bench.pythons(), TRANSFORMERS);
        Optional<Path> source = bench.source(bundle);
        if (python.isEmpty() || source.isEmpty()) {
            bench.says("reference: skipped, since " + OtherScorer.missing(TRANSFORMERS, python, bundle));
            return;
        }
        int threads = bench.layout().threads();
        try (BenchModel ours = bench.open(bundle, threads);
                BenchModel fp32 = bench.open(bench.inPrecision(bundle, "fp32"), threads);
                OtherScorer theirs = OtherScorer.start(
                        python.get(),
                        TRANSFORMERS,
                        source.get(),
                        bundle,
                        bench.layout().cores())) {
            new Comparison(bench, ours, fp32, theirs).into(findings);
        }
    }

    /** All that takes part. */
    private record Comparison(Bench bench, BenchModel ours, BenchModel fp32, OtherScorer theirs) {
        void into(Findings findings) throws InterruptedException {
            List<String> texts = LengthSpread.of(bench.scale().comparedTexts()).stream()
                    .map(text -> TextNormalizer.normalize(text).text())
                    .toList();
            JsonNode first = theirs.score(texts, SAMPLES); // reads what is read lazily
            Pace own = ScoringLoop.run(fp32, texts, 1);
            if (first.get("tokens").asLong() != own.tokens()) {
                throw new BenchException("the reference sees " + first.get("tokens") + " tokens where Assay sees "
                        + own.tokens() + ": its tokenizer is another one.");
            }
            Rounds rounds = rounds(texts);
            rounds.run(bench, "reference");
            findings.put(Figure.REFERENCE_RATIO, Numbers.median(rounds.ratios(OURS, THEIRS)));
            findings.put(Figure.REFERENCE_FP32_RATIO, Numbers.median(rounds.ratios(OURS_FP32, THEIRS)));
            findings.put(Figure.REFERENCE_SAMPLED_RATIO, Numbers.median(rounds.ratios(OURS_SAMPLED, THEIRS_SAMPLED)));
            findings.add(new Table(
                    "Reference",
                    "A pass scores " + texts.size() + " sample texts of " + own.tokens() + " tokens. The reference is "
                            + theirs.version() + ", fp32, " + bench.layout().cores()
                            + " threads on one text after another (reference.py), with the same detectors but those of frequencies; Assay ("
                            + ours.precision() + ", unless said otherwise) in layout " + bench.layout()
                            + ". Both see the same tokens; apart from Assay's fp32, on average: "
                            + difference(texts, first)
                            + ". Median [least, most] of " + bench.scale().pairs()
                            + " rounds; a ratio is of the two in one round.",
                    List.of("", "tokens/s", "Assay by it"),
                    List.of(
                            rounds.row(OURS, Optional.empty()),
                            rounds.row(OURS_FP32, Optional.empty()),
                            rounds.row(OURS_SAMPLED, Optional.empty()),
                            rounds.row(THEIRS, Optional.of(OURS)),
                            rounds.row(THEIRS_SAMPLED, Optional.of(OURS_SAMPLED)))));
        }

        private Rounds rounds(List<String> texts) throws InterruptedException {
            List<String> detectors = new ArrayList<>(ours.assessor().settings().detectors());
            detectors.add(SAMPLED);
            BenchModel sampled = ours.with(detectors);
            int workers = bench.layout().workers();
            ScoringLoop.run(sampled, texts, workers); // reads what is read lazily
            Rounds rounds = new Rounds();
            rounds.add(OURS, () -> ScoringLoop.run(ours, texts, workers).tokensPerSecond());
            rounds.add(OURS_FP32, () -> ScoringLoop.run(fp32, texts, workers).tokensPerSecond());
            rounds.add(
                    OURS_SAMPLED, () -> ScoringLoop.run(sampled, texts, workers).tokensPerSecond());
            rounds.add(THEIRS, () -> OtherScorer.tokensPerSecond(theirs.score(texts, 0)));
            rounds.add(THEIRS_SAMPLED, () -> OtherScorer.tokensPerSecond(theirs.score(texts, SAMPLES)));
            return rounds;
        }

        /** Mean absolute difference of a few scores. */
        private String difference(List<String> texts, JsonNode answer) {
            List<String> said = new ArrayList<>();
            for (String detector : COMPARED) {
                double sum = 0;
                for (int i = 0; i < texts.size(); i++) {
                    Map<String, Score> own = fp32.assessor()
                            .assess(new TextInput(texts.get(i), null, null))
                            .scores();
                    double theirScore =
                            answer.get("scores").get(i).get(detector).doubleValue();
                    sum += Math.abs(own.get(detector).value().orElseThrow() - theirScore);
                }
                said.add(detector + " by " + String.format(Locale.ROOT, "%.1e", sum / texts.size()));
            }
            return String.join(", ", said);
        }
    }
}
