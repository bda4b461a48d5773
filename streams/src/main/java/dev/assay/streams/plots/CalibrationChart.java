package dev.assay.streams.plots;

import dev.assay.detectors.evaluate.CalibratedRates;
import dev.assay.detectors.evaluate.Rate;
import dev.assay.detectors.evaluate.ScoredLabel;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The rate of false alarms that a calibration states against the one that it reaches, with its Wilson interval. */
final class CalibrationChart {
    private static final double[] STATED = {0.005, 0.01, 0.02, 0.05, 0.1, 0.2};
    /** A logarithmic axis has no zero; what is less stands on its lower end. */
    private static final double LEAST = 0.001;

    private CalibrationChart() {}

    static Optional<XYChart> of(String detector, List<ScoredLabel> texts) {
        int humans = reached(texts, STATED[0]).of();
        return humans == 0 ? Optional.empty() : Optional.of(chart(detector, texts, humans));
    }

    private static XYChart chart(String detector, List<ScoredLabel> texts, int humans) {
        XYChart chart =
                Look.chart(detector + ": " + humans + " human texts", "rate that is stated", "rate that is reached");
        Look.logarithmicX(chart, LEAST);
        chart.getStyler().setYAxisLogarithmic(true).setYAxisMin(LEAST).setYAxisMax(1.0);
        Look.guide(chart, "as stated", new double[] {LEAST, 1}, new double[] {LEAST, 1});
        double[] values = new double[STATED.length];
        for (int i = 0; i < STATED.length; i++) {
            Rate rate = reached(texts, STATED[i]);
            values[i] = Math.max(LEAST, rate.value());
            double[] stated = {STATED[i], STATED[i]};
            double[] interval = {Math.max(LEAST, rate.low()), rate.high()};
            Look.line(chart, "at " + STATED[i], stated, interval, Color.BLACK).setShowInLegend(false);
        }
        XYSeries points = Look.line(chart, "reached, with 95 % interval", STATED, values, Look.HUMAN);
        points.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        points.setMarker(SeriesMarkers.CIRCLE);
        points.setMarkerColor(Look.HUMAN);
        return chart;
    }

    private static Rate reached(List<ScoredLabel> texts, double stated) {
        return CalibratedRates.of(texts, stated).falsePositives();
    }
}
