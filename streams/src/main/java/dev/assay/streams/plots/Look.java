package dev.assay.streams.plots;

import java.awt.Color;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How all charts look. */
final class Look {
    static final Color HUMAN = new Color(31, 119, 180);
    static final Color MACHINE = new Color(214, 39, 40);
    private static final int FAINT = 90; // of 255

    private Look() {}

    static XYChart chart(String title, String xAxis, String yAxis) {
        XYChart chart = new XYChartBuilder()
                .width(640)
                .height(480)
                .title(title)
                .xAxisTitle(xAxis)
                .yAxisTitle(yAxis)
                .build();
        XYStyler styler = chart.getStyler();
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
        styler.setXAxisDecimalPattern("0.####");
        styler.setYAxisDecimalPattern("0.####");
        return chart;
    }

    /** From a power of ten to 1. */
    static void logarithmicX(XYChart chart, double from) {
        chart.getStyler().setXAxisLogarithmic(true).setXAxisMin(from).setXAxisMax(1.0);
    }

    static XYSeries line(XYChart chart, String name, double[] x, double[] y, Color color) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineStyle(SeriesLines.SOLID);
        series.setLineColor(color);
        return series;
    }

    static void guide(XYChart chart, String name, double[] x, double[] y) {
        line(chart, name, x, y, Color.GRAY).setLineStyle(SeriesLines.DASH_DASH);
    }

    static Color faint(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), FAINT);
    }
}
