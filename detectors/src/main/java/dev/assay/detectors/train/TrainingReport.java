package dev.assay.detectors.train;

import dev.assay.detectors.detect.AssayOne;
import dev.assay.detectors.detect.CleanSurprisal;
import dev.assay.detectors.detect.Lexical;
import dev.assay.detectors.detect.Probe;
import dev.assay.detectors.evaluate.Evaluation;
import dev.assay.detectors.evaluate.EvaluationSettings;
import dev.assay.detectors.evaluate.Rate;
import dev.assay.detectors.evaluate.ScoredLabel;
import dev.assay.detectors.learn.Standard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How well a fit does on what it has not seen.
 *
 * @param unseen by domain, generator and attack group, none of which the fit has seen
 * @param sources people's texts of collections that the fit has not seen
 */
public record TrainingReport(List<Row> unseen, List<Alarms> sources) {
    private static final EvaluationSettings HOW = EvaluationSettings.at(0.05);
    private static final double STATED = 0.05;

    /** Copies the lists. */
    public TrainingReport {
        unseen = List.copyOf(unseen);
        sources = List.copyOf(sources);
    }

    /**
     * A generator's texts of a domain against people's.
     *
     * @param group {@code clean}, or what was attacked
     * @param humans people's texts, as they were written
     * @param machines the generator's texts
     * @param figures by detector
     */
    public record Row(
            String domain, String generator, String group, int humans, int machines, Map<String, Figures> figures) {}

    /**
     * Figures of one detector.
     *
     * @param auroc probability that the machine's text scores higher
     * @param at5 share of machine texts found where 5 % of these people's texts are called machine's
     * @param at1 the same at 1 %
     */
    public record Figures(double auroc, double at5, double at1) {}

    /**
     * False alarms among people of a collection.
     *
     * @param pooled share above the score that 5 % of all other people's texts reach
     * @param strictest share above the highest of the scores that 5 % of another collection's texts reach
     */
    public record Alarms(String source, Rate pooled, Rate strictest) {}

    static TrainingReport of(
            List<Scored> crossFitted,
            Map<String, Standard> standards,
            List<HeldOut.Cell> cells,
            List<HeldOut.Source> sources) {
        return new TrainingReport(
                cells.stream().map(cell -> row(cell, standards)).toList(),
                sources.stream()
                        .map(source -> alarms(source, crossFitted, standards))
                        .toList());
    }

    private static Row row(HeldOut.Cell cell, Map<String, Standard> standards) {
        Map<String, Function<Scored, OptionalDouble>> detectors = new LinkedHashMap<>();
        detectors.put(AssayOne.NAME, s -> OptionalDouble.of(s.joined(standards)));
        detectors.put(Probe.NAME, s -> OptionalDouble.of(s.probe()));
        detectors.put(CleanSurprisal.NAME, s -> OptionalDouble.of(s.row().surprisal()));
        detectors.put(Lexical.NAME, Scored::lexical);
        Map<String, Figures> figures = new LinkedHashMap<>();
        detectors.forEach((name, score) -> figures.put(name, figures(cell.texts(), score)));
        int machines =
                (int) cell.texts().stream().filter(s -> s.row().isMachine()).count();
        return new Row(
                cell.domain(),
                cell.generator(),
                HeldOut.name(cell.group()),
                cell.texts().size() - machines,
                machines,
                figures);
    }

    private static Figures figures(List<Scored> texts, Function<Scored, OptionalDouble> score) {
        var report = Evaluation.of(
                "",
                texts.stream()
                        .map(s -> ScoredLabel.of(
                                s.row().origin().document(), s.row().origin().label(), score.apply(s)))
                        .toList(),
                HOW);
        return new Figures(
                report.auroc().value(), report.tprAt5().value(), report.tprAt1().value());
    }

    private static Alarms alarms(HeldOut.Source source, List<Scored> crossFitted, Map<String, Standard> standards) {
        Map<String, List<Scored>> others = new LinkedHashMap<>();
        people(crossFitted)
                .filter(s -> !source.name().equals(s.row().origin().source()))
                .forEach(s -> others.computeIfAbsent(
                                String.valueOf(s.row().origin().source()), unused -> new ArrayList<>())
                        .add(s));
        double pooled = threshold(others.values().stream().flatMap(List::stream), standards);
        double strictest = others.values().stream()
                .filter(texts -> texts.size() >= 2 / STATED)
                .mapToDouble(texts -> threshold(texts.stream(), standards))
                .max()
                .orElse(pooled);
        return new Alarms(source.name(), above(source, standards, pooled), above(source, standards, strictest));
    }

    private static Stream<Scored> people(List<Scored> scored) {
        return scored.stream().filter(s -> s.row().isClean() && !s.row().isMachine());
    }

    /** The score that at most the stated share of the texts exceed. */
    private static double threshold(Stream<Scored> texts, Map<String, Standard> standards) {
        double[] scores = texts.mapToDouble(s -> s.joined(standards)).toArray();
        Arrays.sort(scores);
        return scores[scores.length - 1 - (int) (STATED * scores.length)];
    }

    private static Rate above(HeldOut.Source source, Map<String, Standard> standards, double threshold) {
        int hits = (int) source.texts().stream()
                .filter(s -> s.joined(standards) > threshold)
                .count();
        return Rate.of(hits, source.texts().size());
    }
}
