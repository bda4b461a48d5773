package dev.assay.streams.bench;

import dev.assay.detectors.model.Bundle;
import dev.assay.streams.judge.ScoringSettings;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures one part after another. */
public final class Bench {
    private final Settings settings;
    private final Scale scale;
    private final Choice choice;
    private final Models models;
    private final Consumer<String> progress;

    /** The parts by name, in the order in which they run. */
    public enum Part {
        ENGINE,
        PIPELINE,
        CEILING,
        REFERENCE,
        LLAMACPP,
        MEMORY,
        IMPORT,
        GROWTH;

        private BenchPart part() {
            return switch (this) {
                case ENGINE -> new EnginePart();
                case PIPELINE -> new PipelinePart();
                case CEILING -> new CeilingPart();
                case REFERENCE -> new ReferencePart();
                case LLAMACPP -> new LlamaCppPart();
                case MEMORY -> new MemoryPart();
                case IMPORT -> new ImportPart();
                case GROWTH -> new GrowthPart();
            };
        }

        /** The figures that it measures. */
        public List<Figure> figures() {
            return part().figures();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is compared.
     *
     * @param precisions precisions to measure, the one that all else is measured with first; empty: that of the settings, and in
     *     the engine part all others that are on this machine
     * @param layouts layouts to measure; empty: those worth comparing here
     * @param pythons Python programs, of which the first that has the libraries runs what Assay is compared with
     */
    public record Choice(List<String> precisions, List<Layout> layouts, List<String> pythons) {}

    /** The models of this machine, as the bench needs them. */
    public interface Models {
        /** The bundle that the settings name. */
        Bundle chosen(Settings settings, Consumer<String> progress);

        /** All bundles here. */
        List<Bundle> all();

        /** The same model in another precision, imported where it is not here. */
        Bundle inPrecision(Bundle bundle, String precision, Consumer<String> progress);

        /** The file that a bundle was imported from, where it is kept. */
        Optional<Path> source(Bundle bundle);
    }

    /** Measures under the settings, at the scale, and tells how it goes on. */
    public Bench(Settings settings, Scale scale, Choice choice, Models models, Consumer<String> progress) {
        this.settings = settings;
        this.scale = scale;
        this.choice = choice;
        this.models = models;
        this.progress = progress;
    }

    /** Runs the parts; figures that cannot be measured here are not a number. */
    public Findings run(Set<Part> parts) throws InterruptedException {
        Findings findings = new Findings();
        for (Part part : Part.values()) {
            if (parts.contains(part)) {
                part.figures().forEach(figure -> findings.put(figure, Double.NaN));
                progress.accept("measuring " + part);
                part.part().measure(this, findings);
            }
        }
        return findings;
    }

    /** What the figures were measured on, in one line. */
    public static String machine() {
        return Machine.describe();
    }

    Settings settings() {
        return settings;
    }

    Scale scale() {
        return scale;
    }

    void says(String line) {
        progress.accept(line);
    }

    /** The model of the settings, in the first of the chosen precisions. */
    Bundle bundle() {
        return precisions().get(0);
    }

    /** The model in the chosen precisions, or else in all that are on this machine, that of the settings first. */
    List<Bundle> precisions() {
        Bundle chosen = models.chosen(settings, progress);
        return choice.precisions().isEmpty()
                ? Stream.concat(Stream.of(chosen), others(chosen)).toList()
                : choice.precisions().stream()
                        .map(precision -> inPrecision(chosen, precision))
                        .toList();
    }

    /** The same model in that precision. */
    Bundle inPrecision(Bundle bundle, String precision) {
        return bundle.manifest().precision().equals(precision)
                ? bundle
                : models.inPrecision(bundle, precision, progress);
    }

    /** The latest of each other precision. */
    private Stream<Bundle> others(Bundle chosen) {
        return models.all().stream()
                .filter(other ->
                        other.manifest().sourceSha256().equals(chosen.manifest().sourceSha256()))
                .filter(other ->
                        !other.manifest().precision().equals(chosen.manifest().precision()))
                .collect(Collectors.toMap(
                        other -> other.manifest().precision(),
                        other -> other,
                        BinaryOperator.maxBy(Comparator.comparingInt(
                                other -> other.manifest().importerVersion())),
                        TreeMap::new))
                .values()
                .stream();
    }

    /** The file that a bundle was imported from, where it is kept. */
    Optional<Path> source(Bundle bundle) {
        return models.source(bundle);
    }

    /** Python programs to look for libraries in. */
    List<String> pythons() {
        return choice.pythons();
    }

    List<Layout> layouts() {
        return choice.layouts().isEmpty() ? Layout.on(cores()) : choice.layouts();
    }

    /** The layout of the settings. */
    Layout layout() {
        return new Layout(ScoringSettings.workers(settings), settings.get(SettingTable.ENGINE_THREADS));
    }

    BenchModel open(Bundle bundle, int threads) {
        Settings own = settings.with(SettingTable.ENGINE_THREADS, Integer.toString(threads), "bench");
        return BenchModel.open(bundle, ScoringSettings.fitted(own, bundle));
    }

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
