package dev.assay.streams.bench;

import dev.assay.detectors.Assessor;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.ScoringModel;
import dev.assay.detectors.corpus.FrequencyFile;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.score.OnnxScorer;
import dev.assay.detectors.tokenize.DjlTokenizer;
import dev.assay.streams.judge.Judge;
import java.util.List;

/** A bundle made ready, whose model's CPU time is metered. */
final class BenchModel implements AutoCloseable {
    private final ScoringModel model;
    private final Assessor assessor;
    private final MeteredScorer scorer;

    private BenchModel(ScoringModel model, MeteredScorer scorer, AssessorSettings settings) {
        this.model = model;
        this.scorer = scorer;
        this.assessor = Assessor.of(model, settings);
    }

    static BenchModel open(Bundle bundle, AssessorSettings settings) {
        MeteredScorer scorer = new MeteredScorer(OnnxScorer.open(bundle, settings.window(), settings.threads()));
        ScoringModel model = new ScoringModel(bundle, DjlTokenizer.open(bundle), scorer, FrequencyFile.find(bundle));
        return new BenchModel(model, scorer, settings);
    }

    /** The same model with other detectors; closing either closes it. */
    BenchModel with(List<String> detectors) {
        return new BenchModel(model, scorer, assessor.settings().withDetectors(detectors));
    }

    Assessor assessor() {
        return assessor;
    }

    /** The same for the stream; closing it does nothing. */
    Judge judge() {
        return Judge.of(assessor, () -> {});
    }

    String precision() {
        return assessor.bundle().manifest().precision();
    }

    long modelNanos() {
        return scorer.cpuNanos();
    }

    @Override
    public void close() {
        assessor.close();
    }
}
