package dev.assay.streams.metrics;

import dev.assay.detectors.detect.Question;
import dev.assay.schemas.Dimension;
import dev.assay.schemas.Drift;
import dev.assay.schemas.Metrics;
import dev.assay.streams.meter.MeterUpdates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the metrics topology says of itself, and what its last window says of all texts, under {@code assay.metrics}. Windows are written
 * by one instance at a time; in the others the gauges are no numbers.
 */
final class TopicMeters {
    private final MeterUpdates updates;
    private final Counter measured;
    private final Counter unreadable;
    private final Counter late;
    private final Counter records;
    private final Map<String, Metrics> last = new ConcurrentHashMap<>(); // by question

    TopicMeters(MeterRegistry registry) {
        updates = new MeterUpdates(registry);
        measured = registry.counter("assay.metrics.verdicts");
        unreadable = registry.counter("assay.metrics.unreadable");
        late = registry.counter("assay.metrics.late");
        records = registry.counter("assay.metrics.records");
        for (Question question : Question.values()) {
            gauge(registry, "window.end", "seconds", question, this::windowEnd);
            gauge(registry, "drift.ks", null, question, drift(Drift::getKs));
            gauge(registry, "drift.ks.upper", null, question, drift(Drift::getKsUpper));
            gauge(registry, "drift.mean.p", null, question, drift(Drift::getMeanP));
            gauge(registry, "drift.null.share", null, question, drift(Drift::getNullShare));
            gauge(registry, "drift.texts", null, question, drift(drift -> (double) drift.getTexts()));
        }
    }

    private void gauge(
            MeterRegistry registry, String name, String unit, Question question, Function<Metrics, Double> value) {
        Gauge.builder(
                        "assay.metrics." + name,
                        () -> Optional.ofNullable(last.get(question.name()))
                                .map(value)
                                .orElse(Double.NaN))
                .tag("question", question.name())
                .baseUnit(unit)
                .register(registry);
    }

    private double windowEnd(Metrics metrics) {
        return metrics.getWindowEnd().toEpochMilli() / 1e3;
    }

    private static Function<Metrics, Double> drift(Function<Drift, Double> value) {
        return metrics -> metrics.getDrift() == null ? null : value.apply(metrics.getDrift());
    }

    void measured() {
        updates.run(measured::increment);
    }

    void unreadable() {
        updates.run(unreadable::increment);
    }

    void late() {
        updates.run(late::increment);
    }

    /** A window of all questions and dimensions has been written. */
    void written(List<Metrics> window) {
        updates.run(() -> records.increment(window.size()));
        window.stream()
                .filter(metrics -> metrics.getDimension() == Dimension.ALL)
                .forEach(metrics -> last.put(metrics.getQuestion(), metrics));
    }

    /** This instance writes windows no longer. */
    void forget() {
        last.clear();
    }
}
