package dev.assay.streams.bench;

import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.model.Bundle;
import dev.assay.streams.judge.ScoringSettings;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        CEILING;

        private BenchPart part() {
            return switch (this) {
                case ENGINE -> new EnginePart();
                case PIPELINE -> new PipelinePart();
                case CEILING -> new CeilingPart();
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
     * What the engine part compares.
     *
     * @param precisions precisions to measure; empty: all that are on this machine
     * @param layouts layouts to measure; empty: those worth comparing here
     */
    public record Choice(Set<String> precisions, List<Layout> layouts) {}

    /** The models of this machine, as the bench needs them. */
    public interface Models {
        /** The bundle that the settings name. */
        Bundle chosen(Settings settings, Consumer<String> progress);

        /** All bundles here. */
        List<Bundle> all();
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

    /** The model of the settings. */
    Bundle bundle() {
        return models.chosen(settings, progress);
    }

    /** Its precisions on this machine, that of the settings first. */
    List<Bundle> precisions() {
        Bundle chosen = bundle();
        List<Bundle> others = models.all().stream()
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
                .stream()
                .toList();
        return Stream.concat(Stream.of(chosen), others.stream())
                .filter(bundle -> choice.precisions().isEmpty()
                        || choice.precisions().contains(bundle.manifest().precision()))
                .toList();
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
        AssessorSettings fitted = ScoringSettings.fitted(own, bundle);
        return BenchModel.open(bundle, fitted);
    }

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
