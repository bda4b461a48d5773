package dev.assay.streams.cli;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.normalize.MalformedTextException;
import dev.assay.detectors.score.ModelFaultException;
import dev.assay.detectors.tokenize.TokenizationException;
import dev.assay.streams.judge.Judge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Judges many labelled texts, over all cores and in their order, and says how far it is. */
final class AssessedTexts {
    private static final int STEP = 50;

    private final Surroundings here;
    private final Function<LabelledText, Judge> judges;
    private final String domain;
    private int done;

    /** @param domain kind of text where a text does not say; null when unknown */
    AssessedTexts(Surroundings here, Judge judge, String domain) {
        this(here, text -> judge, domain);
    }

    /** The same with a judge for each text. */
    AssessedTexts(Surroundings here, Function<LabelledText, Judge> judges, String domain) {
        this.here = here;
        this.judges = judges;
        this.domain = domain;
    }

    private record Assessed(LabelledText text, Optional<Assessment> assessment) {}

    /** All texts with their assessments, in order. */
    Map<LabelledText, Optional<Assessment>> all(List<LabelledText> texts, int workers) {
        Map<LabelledText, Optional<Assessment>> assessed = new LinkedHashMap<>();
        each(texts, workers, assessed::put);
        return assessed;
    }

    /** Hands on each text with its assessment, empty where the text is at fault. */
    void each(List<LabelledText> texts, int workers, BiConsumer<LabelledText, Optional<Assessment>> results) {
        done = 0;
        Function<LabelledText, Assessed> work = text -> new Assessed(text, assess(text));
        try (OrderedWork ordered = new OrderedWork(workers)) {
            ordered.each(texts.iterator(), work, assessed -> {
                results.accept(assessed.text(), assessed.assessment());
                done++;
                if (done % STEP == 0) {
                    here.progress("scored " + done + " of " + texts.size() + " texts");
                }
            });
        }
    }

    private Optional<Assessment> assess(LabelledText text) {
        String kind = text.domain() == null ? domain : text.domain();
        try {
            return Optional.of(judges.apply(text).assess().apply(new TextInput(text.text(), text.language(), kind)));
        } catch (MalformedTextException | TokenizationException | ModelFaultException e) {
            here.progress(text.id() + " is left out: " + e.getMessage());
            return Optional.empty();
        }
    }
}
