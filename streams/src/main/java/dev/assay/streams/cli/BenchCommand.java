package dev.assay.streams.cli;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.ModelStore;
import dev.assay.streams.bench.Bench;
import dev.assay.streams.bench.Findings;
import dev.assay.streams.bench.Layout;
import dev.assay.streams.bench.Scale;
import dev.assay.streams.judge.BundleJudges;
import dev.assay.streams.judge.PullLines;
import dev.assay.streams.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how fast all this is here. */
@Command(
        name = "bench",
        description = {
            "Measure engine and stream on this machine, side by side with what else could be run.",
            "Every ratio is the median of interleaved pairs. Nothing else should run meanwhile."
        },
        footer = {
            "",
            "Examples:",
            "  assay bench --output markdown --json bench.json",
            "  assay bench --only engine --precisions int8 --layouts 2x1,1x2",
            "  assay bench --quick"
        })
final class BenchCommand implements Callable<Integer> {
    private final Surroundings here;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Parts to measure, comma separated: ${COMPLETION-CANDIDATES}; default: all.")
    Set<Bench.Part> only = EnumSet.allOf(Bench.Part.class);

    @Option(names = "--quick", description = "Small and short: shows that all runs, and gives no figures to quote.")
    boolean quick;

    @Option(names = "--pairs", paramLabel = "N", description = "Interleaved pairs of each ratio; default: 5.")
    Integer pairs;

    @Option(names = "--texts", paramLabel = "N", description = "Sample texts of one pass; default: 20.")
    Integer texts;

    @Option(
            names = "--precisions",
            split = ",",
            paramLabel = "P",
            description = {
                "Precisions of the model, comma separated: the engine is measured in all of them, the rest in the first.",
                "Default: all that are here, that of the model first."
            })
    List<String> precisions = List.of();

    @Option(
            names = "--layouts",
            split = ",",
            paramLabel = "WxT",
            converter = LayoutConverter.class,
            description = "Workers x threads, comma separated; default: those worth comparing here.")
    List<Layout> layouts = List.of();

    @Option(names = "--seconds", paramLabel = "N", description = "Length of the ceiling's steady state; default: 60.")
    Integer seconds;

    @Option(
            names = "--python",
            split = ",",
            paramLabel = "PROGRAM",
            description = {
                "Python programs, comma separated; the first that has torch and transformers runs the reference,",
                "the first that has llama_cpp runs llama.cpp. Default: python3, python."
            })
    List<String> pythons = List.of("python3", "python");

    @Option(names = "--output", description = "${COMPLETION-CANDIDATES}; default: table.")
    BenchOutput output = BenchOutput.TABLE;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON to a file, too.")
    Path json;

    @Mixin
    final OutputFile target = new OutputFile();

    @Mixin
    final ScoringOptions scoring = new ScoringOptions();

    @Mixin
    final SettingsOptions options;

    @Spec
    CommandSpec spec;

    BenchCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    /** Reads a layout; what is wrong with one is misuse. */
    static final class LayoutConverter implements picocli.CommandLine.ITypeConverter<Layout> {
        @Override
        public Layout convert(String text) {
            try {
                return Layout.of(text);
            } catch (IllegalArgumentException e) {
                throw new picocli.CommandLine.TypeConversionException(e.getMessage());
            }
        }
    }

    /** Models of this machine's store. */
    private static final class StoredModels implements Bench.Models {
        private final BundleJudges judges = new BundleJudges(ModelStore::open);

        @Override
        public Bundle chosen(Settings settings, Consumer<String> progress) {
            return judges.bundle(settings, progress);
        }

        @Override
        public List<Bundle> all() {
            return ModelStore.open().list();
        }

        @Override
        public Bundle inPrecision(Bundle bundle, String precision, Consumer<String> progress) {
            return ModelStore.open().inPrecision(bundle, precision, new PullLines(progress));
        }

        @Override
        public Optional<Path> source(Bundle bundle) {
            return ModelStore.open().source(bundle.manifest());
        }
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (json != null) {
            target.check(json);
        }
        Settings settings = scoring.over(options.read());
        Bench.Choice choice = new Bench.Choice(precisions, layouts, pythons);
        Logs.quiet();
        Findings findings = new Bench(settings, scale(), choice, new StoredModels(), here::progress).run(only);
        output.print(here.out(), findings);
        if (json != null) {
            target.write(json, file -> Files.writeString(file, BenchOutput.json(findings) + "\n"));
        }
        return AssayCommand.DONE;
    }

    private Scale scale() {
        Scale scale = quick ? Scale.quick() : Scale.full();
        scale = seconds == null ? scale : scale.withSeconds(positive("--seconds", seconds));
        scale = pairs == null ? scale : scale.withPairs(positive("--pairs", pairs));
        return texts == null ? scale : scale.withTexts(positive("--texts", texts));
    }

    private int positive(String option, int number) {
        if (number < 1) {
            throw new ParameterException(spec.commandLine(), option + " " + number + ": give 1 or more");
        }
        return number;
    }
}
