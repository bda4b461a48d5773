package dev.assay.streams.plots;

import dev.assay.detectors.evaluate.Evaluation;
import dev.assay.detectors.evaluate.RocCurve;
import dev.assay.detectors.evaluate.ScoredLabel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** The receiver operating characteristic; a logarithmic axis shows the low rates at which a detector is used. */
final class RocChart {
    private static final int GUIDE_POINTS = 100;

    private RocChart() {}

    static Optional<XYChart> linear(String detector, List<ScoredLabel> texts) {
        RocCurve curve = RocCurve.of(texts);
        return curve.points().isEmpty() ? Optional.empty() : Optional.of(chart(detector, texts, curve, 0));
    }

    static Optional<XYChart> logarithmic(String detector, List<ScoredLabel> texts) {
        RocCurve curve = RocCurve.of(texts);
        if (curve.points().isEmpty()) {
            return Optional.empty();
        }
        // One human text is the least that can be told from none, which this axis cannot show.
        double from = Math.min(0.1, Math.pow(10, Math.floor(Math.log10(1.0 / curve.humans()))));
        XYChart chart = chart(detector, texts, curve, from);
        Look.logarithmicX(chart, from);
        return Optional.of(chart);
    }

    private static XYChart chart(String detector, List<ScoredLabel> texts, RocCurve curve, double from) {
        String title = String.format(
                Locale.ROOT,
                "%s: AUROC %.3f (%d human, %d machine texts)",
                detector,
                Evaluation.auroc(texts),
                curve.humans(),
                curve.machines());
        XYChart chart = Look.chart(title, "share of human texts above the score", "share of machine texts above it");
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
        Look.line(
                chart,
                detector,
                curve.points().stream()
                        .mapToDouble(point -> Math.max(from, point.humansAbove()))
                        .toArray(),
                curve.points().stream()
                        .mapToDouble(RocCurve.Point::machinesAbove)
                        .toArray(),
                Look.MACHINE);
        double[] even = IntStream.rangeClosed(0, GUIDE_POINTS)
                .mapToDouble(i -> from == 0 ? (double) i / GUIDE_POINTS : Math.pow(from, 1 - (double) i / GUIDE_POINTS))
                .toArray();
        Look.guide(chart, "chance", even, even);
        return chart;
    }
}
