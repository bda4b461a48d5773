package dev.assay.streams.plots;

import dev.assay.detectors.evaluate.ScoredLabel;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;

/** The pictures of one detector on a labelled set, each as SVG and as PNG. */
public final class DetectorPlots {
    private static final List<String> KINDS = List.of("roc", "roc-log", "scores", "calibration");

    private DetectorPlots() {}

    /** Every file name that {@link #of} may give. */
    public static List<String> fileNames(String detector) {
        return KINDS.stream()
                .flatMap(kind -> Plot.fileNames(detector + "-" + kind).stream())
                .toList();
    }

    /**
     * What can be drawn of these texts: the curve where both classes have scores, the histogram where one has, and the calibration
     * where human texts have p-values.
     */
    public static List<Plot> of(String detector, List<ScoredLabel> texts) {
        List<Plot> plots = new ArrayList<>();
        RocChart.linear(detector, texts).ifPresent(chart -> plots.add(plot(detector, 0, chart)));
        RocChart.logarithmic(detector, texts).ifPresent(chart -> plots.add(plot(detector, 1, chart)));
        ScoresChart.of(detector, texts).ifPresent(chart -> plots.add(plot(detector, 2, chart)));
        CalibrationChart.of(detector, texts).ifPresent(chart -> plots.add(plot(detector, 3, chart)));
        return plots;
    }

    private static Plot plot(String detector, int kind, XYChart chart) {
        return new Plot(detector + "-" + KINDS.get(kind), chart);
    }
}
