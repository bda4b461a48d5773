package dev.assay.streams.plots;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.XYChart;

/** A picture; the same data, Java and fonts give the same bytes. */
public final class Plot {
    private final String name;
    private final XYChart chart;

    Plot(String name, XYChart chart) {
        this.name = name;
        this.chart = chart;
    }

    static List<String> fileNames(String name) {
        return List.of(name + ".svg", name + ".png");
    }

    /** The file names of its forms. */
    public List<String> fileNames() {
        return fileNames(name);
    }

    /**
     * Writes one form of it.
     *
     * @param fileName one of {@link #fileNames()}, which says the form
     * @param place where the bytes go, whatever it is called
     */
    public void write(String fileName, Path place) throws IOException {
        try (OutputStream out = Files.newOutputStream(place)) {
            if (fileName.endsWith(".svg")) {
                VectorGraphicsEncoder.saveVectorGraphic(chart, out, VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
            } else {
                BitmapEncoder.saveBitmap(chart, out, BitmapEncoder.BitmapFormat.PNG);
            }
        }
    }
}
