package dev.assay.streams.bench;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.GgufImport;
import dev.assay.detectors.model.ImportOptions;
import dev.assay.streams.broker.TemporaryFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long it takes to make a bundle of the model's file. */
final class ImportPart implements BenchPart {
    @Override
    public List<Figure> figures() {
        return List.of(Figure.IMPORT_SECONDS);
    }

    @Override
    public void measure(Bench bench, Findings findings) {
        Optional<Path> source = bench.source(bench.bundle());
        if (source.isEmpty()) {
            bench.says("import: skipped, since the file that the model was imported from, "
                    + bench.bundle().manifest().sourceFile() + ", is not in the model cache");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Bundle bundle : bench.precisions()) {
            String precision = bundle.manifest().precision();
            double seconds = seconds(source.get(), precision);
            if (rows.isEmpty()) {
                findings.put(Figure.IMPORT_SECONDS, seconds);
            }
            findings.put(Figure.IMPORT_SECONDS, precision, seconds);
            rows.add(List.of(precision, Numbers.of(seconds)));
        }
        findings.add(new Table(
                "Import",
                "A bundle made of " + source.get().getFileName() + ", with the hashes of its files.",
                List.of("precision", "s"),
                rows));
    }

    private static double seconds(Path source, String precision) {
        TemporaryFolder folder = TemporaryFolder.create("assay-bench");
        try {
            long start = System.nanoTime();
            GgufImport.importGguf(
                    source,
                    folder.path().resolve("bundle"),
                    new ImportOptions("bench", precision, null, "bench"),
                    line -> {});
            return (System.nanoTime() - start) / 1e9;
        } finally {
            folder.delete();
        }
    }
}
