package dev.assay.streams.bench;

import dev.assay.detectors.Assessor;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.ScoringModel;
import dev.assay.detectors.corpus.FrequencyFile;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.score.OnnxScorer;
import dev.assay.detectors.tokenize.DjlTokenizer;
import dev.assay.streams.emit.VerdictProvenance;
import dev.assay.streams.judge.Judge;

/** A bundle made ready, whose model's CPU time is metered. */
final class BenchModel implements AutoCloseable {
    private final Assessor assessor;
    private final MeteredScorer scorer;

    private BenchModel(Assessor assessor, MeteredScorer scorer) {
        this.assessor = assessor;
        this.scorer = scorer;
    }

    static BenchModel open(Bundle bundle, AssessorSettings settings) {
        MeteredScorer scorer = new MeteredScorer(OnnxScorer.open(bundle, settings.window(), settings.threads()));
        ScoringModel model = new ScoringModel(bundle, DjlTokenizer.open(bundle), scorer, FrequencyFile.find(bundle));
        return new BenchModel(Assessor.of(model, settings), scorer);
    }

    Assessor assessor() {
        return assessor;
    }

    /** The same for the stream; closing it does nothing. */
    Judge judge() {
        return new Judge(assessor::assess, assessor.settings(), VerdictProvenance.of(assessor), () -> {});
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
