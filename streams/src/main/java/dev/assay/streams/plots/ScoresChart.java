package dev.assay.streams.plots;

import dev.assay.detectors.evaluate.ScoreHistogram;
import dev.assay.detectors.evaluate.ScoredLabel;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** Where the scores of both classes lie, each class as shares of its own texts. */
final class ScoresChart {
    private static final int BINS = 40;

    private ScoresChart() {}

    static Optional<XYChart> of(String detector, List<ScoredLabel> texts) {
        if (texts.stream().allMatch(text -> text.score().isEmpty())) {
            return Optional.empty();
        }
        ScoreHistogram histogram = ScoreHistogram.of(texts, BINS);
        XYChart chart = Look.chart(detector + ": scores", "score", "share of the class");
        chart.getStyler().setYAxisMin(0.0);
        add(chart, "human", histogram, histogram.humans(), Look.HUMAN);
        add(chart, "machine", histogram, histogram.machines(), Look.MACHINE);
        return Optional.of(chart);
    }

    private static void add(XYChart chart, String name, ScoreHistogram histogram, List<Double> shares, Color color) {
        int bins = shares.size();
        // an empty bin on either side, so that the outline stands on the axis
        double[] edges = IntStream.rangeClosed(-1, bins + 1)
                .mapToDouble(bin -> histogram.low() + bin * histogram.width())
                .toArray();
        double[] heights = new double[edges.length];
        for (int bin = 0; bin < bins; bin++) {
            heights[bin + 1] = shares.get(bin);
        }
        XYSeries series = Look.line(chart, name, edges, heights, color);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.StepArea);
        series.setFillColor(Look.faint(color));
    }
}
