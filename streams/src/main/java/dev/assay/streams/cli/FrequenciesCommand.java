package dev.assay.streams.cli;

import dev.assay.detectors.corpus.FrequencyCounter;
import dev.assay.detectors.corpus.FrequencyFile;
import dev.assay.detectors.corpus.ReferenceFrequencies;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.ModelStore;
import dev.assay.detectors.tokenize.DjlTokenizer;
import dev.assay.detectors.tokenize.Tokenizer;
import dev.assay.streams.judge.PullLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts the reference table that some detectors compare a text with. */
@Command(
        name = "frequencies",
        description = {
            "Count how often each token of a model occurs in a corpus: the reference of dc-pdd, relative-surprisal and clean-surprisal.",
            "Put beside the model's bundle.json as frequencies.gz it is used in place of the one that ships."
        },
        footer = {
            "",
            "Examples:",
            "  assay frequencies corpus.jsonl",
            "  assay frequencies --model my-model --output frequencies.gz a.txt b.txt.gz"
        })
final class FrequenciesCommand implements Runnable {
    private final Surroundings here;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Texts: JSON lines or plain text, also as .gz.")
    List<Path> files;

    @Option(
            names = "--model",
            paramLabel = "ID|DIR",
            description = "Whose tokenizer counts; default: the default model.")
    String model = "default";

    @Option(names = "--output", paramLabel = "FILE", description = "Where the table goes; default: frequencies.gz.")
    Path output = Path.of(FrequencyFile.NAME);

    @Mixin
    final OutputFile target = new OutputFile();

    FrequenciesCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public void run() {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new CommandFailure(file + ": no such file; check the path.");
            }
        }
        target.check(output);
        Bundle bundle = bundle();
        try (Tokenizer tokenizer = DjlTokenizer.open(bundle)) {
            FrequencyCounter counter = new FrequencyCounter(
                    tokenizer,
                    bundle.manifest().tokenizerHash(),
                    bundle.manifest().vocabulary());
            for (Path file : files) {
                counter.addFile(file);
                here.progress("counted " + file + "; " + counter.texts() + " texts so far");
            }
            ReferenceFrequencies frequencies = counter.frequencies();
            target.write(output, place -> FrequencyFile.write(place, frequencies));
            here.out().println(output + ": " + frequencies.total() + " tokens of corpus " + frequencies.corpusHash());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Bundle bundle() {
        ModelStore store = ModelStore.open();
        if (!model.equals("default")) {
            return store.find(model);
        }
        return store.findOrPullDefault(new PullLines(here::progress));
    }
}
