package dev.assay.streams.metrics;

import dev.assay.schemas.Metrics;
import dev.assay.streams.metrics.Measurement.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Verdicts of one question and one value of one dimension, while they are added up. */
final class Tally {
    private long verdicts;
    private long bytes;
    private long tokens;
    private long scoredTokens;
    private final Map<String, Long> decisions = new TreeMap<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private final Numbers latency = new Numbers();
    private final Numbers pValues = new Numbers();
    private final Map<String, Numbers> scores = new TreeMap<>(); // by the detector that decided
    private final List<Double> uniform = new ArrayList<>(); // p-values that can show drift

    void add(Measurement text, Judgement judgement) {
        verdicts++;
        bytes += text.bytes();
        tokens += text.tokens();
        scoredTokens += text.scoredTokens();
        if (text.latency() != null) {
            latency.add((double) text.latency());
        }
        decisions.merge(judgement.decision(), 1L, Long::sum);
        reasons.merge(judgement.reason(), 1L, Long::sum);
        if (judgement.pValue() != null) {
            pValues.add(judgement.pValue());
        }
        if (judgement.uniform()) {
            uniform.add(judgement.pValue());
        }
        if (judgement.score() != null && judgement.detector() != null) {
            scores.computeIfAbsent(judgement.detector(), detector -> new Numbers())
                    .add(judgement.score());
        }
    }

    /** The record, without window and cell. */
    Metrics metrics() {
        return Metrics.newBuilder()
                .setVerdicts(verdicts)
                .setDecisions(decisions)
                .setReasons(reasons)
                .setBytes(bytes)
                .setTokens(tokens)
                .setScoredTokens(scoredTokens)
                .setBytesPerToken(tokens == 0 ? null : (double) bytes / tokens)
                .setLatency(latency.distribution())
                .setPValues(pValues.distribution())
                .setScores(scores.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().distribution(),
                                (a, b) -> a,
                                TreeMap::new)))
                .setDrift(Uniformity.drift(uniform))
                .build();
    }
}
