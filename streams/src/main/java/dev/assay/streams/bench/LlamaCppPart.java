package dev.assay.streams.bench;

import dev.assay.detectors.model.Bundle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** llama.cpp beside ours, where llama-cpp-python is installed: the logits of all positions from the same file. */
final class LlamaCppPart implements BenchPart {
    private static final OtherScorer.Kind LLAMA_CPP = new OtherScorer.Kind("llamacpp.py", List.of("llama_cpp"));
    private static final String OURS = "Assay";
    private static final String THEIRS = "llama.cpp";

    @Override
    public List<Figure> figures() {
        return List.of(Figure.LLAMACPP_RATIO);
    }

    @Override
    public void measure(Bench bench, Findings findings) throws InterruptedException {
        Bundle bundle = bench.bundle();
        Optional<String> python = OtherScorer.python(bench.pythons(), LLAMA_CPP);
        Optional<Path> source = bench.source(bundle);
        if (python.isEmpty() || source.isEmpty()) {
            bench.says("llamacpp: skipped, since " + OtherScorer.missing(LLAMA_CPP, python, bundle));
            return;
        }
        Layout layout = bench.layout();
        try (BenchModel ours = bench.open(bundle, layout.threads());
                OtherScorer theirs = OtherScorer.start(python.get(), LLAMA_CPP, source.get(), bundle, layout.cores())) {
            List<String> texts = LengthSpread.of(bench.scale().comparedTexts());
            theirs.score(texts.subList(0, 1), 0); // reads what is read lazily
            long tokens = ScoringLoop.run(ours, texts, layout.workers()).tokens();
            Rounds rounds = new Rounds();
            rounds.add(
                    OURS, () -> ScoringLoop.run(ours, texts, layout.workers()).tokensPerSecond());
            rounds.add(THEIRS, () -> OtherScorer.tokensPerSecond(theirs.score(texts, 0)));
            rounds.run(bench, "llamacpp");
            findings.put(Figure.LLAMACPP_RATIO, Numbers.median(rounds.ratios(OURS, THEIRS)));
            findings.add(new Table(
                    "llama.cpp",
                    "A pass scores " + texts.size() + " sample texts of " + tokens + " tokens: Assay ("
                            + ours.precision() + ") with every default detector in layout " + layout + ", "
                            + theirs.version() + " on the file that the bundle was made from, with " + layout.cores()
                            + " threads, for nothing but the logits of all positions (llamacpp.py).",
                    List.of("", "tokens/s", "Assay by it"),
                    List.of(rounds.row(OURS, Optional.empty()), rounds.row(THEIRS, Optional.of(OURS)))));
        }
    }
}
