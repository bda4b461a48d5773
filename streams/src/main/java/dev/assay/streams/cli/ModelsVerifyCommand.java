package dev.assay.streams.cli;

import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.detect.Detector;
import dev.assay.detectors.detect.Detectors;
import dev.assay.detectors.evaluate.ModelVerification;
import dev.assay.detectors.evaluate.PrecisionLimits;
import dev.assay.detectors.evaluate.VerificationReport;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.ModelStore;
import dev.assay.streams.demo.SampleTexts;
import dev.assay.streams.judge.PullLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what a model's precision does to scores. */
@Command(
        name = "verify",
        description = {
            "Measure what a model's precision does to scores, against the same model in fp32: on each set of texts mean |Δ ln p| and",
            "mean |Δ fast-detect-gpt| may be at most 0.1, and no detector's AUROC may move by more than 0.01, or than it moves in fp32",
            "itself when every ln p is shaken by 0.01 on average (column NOISE). Exit code 1 if one does."
        },
        footer = {
            "",
            "Examples:",
            "  assay models verify my-model-int8",
            "  assay models verify 5f0d3a xsum_gpt-4.raw_data.json squad_phi2.raw_data.json --output json"
        })
final class ModelsVerifyCommand implements Runnable {
    private static final String REFERENCE = "fp32";
    private static final int STEP = 50;

    private final Surroundings here;

    @Parameters(paramLabel = "MODEL", description = "A bundle's name, id or folder.")
    String model;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "Sets of labelled texts, one a file, as `assay evaluate` takes them; default: the sample texts.")
    List<Path> files = List.of();

    @Option(
            names = "--reference",
            paramLabel = "MODEL",
            description = "What to compare with; default: its own fp32, imported again where its file is in the cache.")
    String reference;

    @Option(
            names = "--detectors",
            split = ",",
            paramLabel = "A,B",
            description = "Detectors to compare; default: all, also those that draw samples.")
    List<String> detectors = List.of();

    @Option(names = "--output", description = "${COMPLETION-CANDIDATES}; default: table.")
    ScoreOutput.Kind output = ScoreOutput.Kind.TABLE;

    ModelsVerifyCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public void run() {
        Map<String, List<LabelledText>> sets = sets();
        ModelStore store = ModelStore.open();
        Bundle candidate = ModelsShowCommand.named(store, model);
        Bundle against = reference(store, candidate);
        Verification verification =
                new Verification(candidate, against, PrecisionLimits.REQUIRED, reports(candidate, against, sets));
        if (output == ScoreOutput.Kind.JSON) {
            VerificationJson.print(here.out(), verification);
        } else {
            VerificationTable.print(here.out(), verification);
        }
        if (!verification.missed().isEmpty()) {
            throw new CommandFailure(candidate.manifest().name() + " in "
                    + candidate.manifest().precision() + " misses a limit: "
                    + String.join("; ", verification.missed()));
        }
    }

    private Map<String, List<LabelledText>> sets() {
        if (files.isEmpty()) {
            return Map.of("sample texts", SampleTexts.labelled());
        }
        Map<String, List<LabelledText>> sets = new LinkedHashMap<>();
        try {
            for (Path file : files) {
                sets.put(file.toString(), LabelledFiles.read(List.of(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sets;
    }

    private Bundle reference(ModelStore store, Bundle candidate) {
        if (reference != null) {
            return ModelsShowCommand.named(store, reference);
        }
        if (candidate.manifest().precision().equals(REFERENCE)) {
            throw new CommandFailure(candidate.manifest().name() + " is in " + REFERENCE
                    + ", which the others are measured against; name one of those, or give --reference.");
        }
        return store.inPrecision(candidate, REFERENCE, new PullLines(here::progress));
    }

    private Map<String, VerificationReport> reports(
            Bundle candidate, Bundle against, Map<String, List<LabelledText>> sets) {
        Map<String, VerificationReport> reports = new LinkedHashMap<>();
        try (ModelVerification verification = ModelVerification.open(against, candidate, settings(candidate))) {
            sets.forEach((name, texts) ->
                    reports.put(name, verification.of(texts, done -> progress(name, done, texts.size()))));
        }
        return reports;
    }

    private ModelVerification.Settings settings(Bundle bundle) {
        AssessorSettings usual = AssessorSettings.defaults();
        int window = Math.min(usual.window(), bundle.manifest().contextLength());
        List<Detector> compared = detectors.isEmpty()
                ? Detectors.all()
                : detectors.stream().map(Detectors::named).toList();
        return new ModelVerification.Settings(compared, window, usual.maxTokens(), usual.threads());
    }

    private void progress(String set, int done, int of) {
        if (done % STEP == 0 || done == of) {
            here.progress(set + ": " + done + " of " + of + " texts");
        }
    }
}
