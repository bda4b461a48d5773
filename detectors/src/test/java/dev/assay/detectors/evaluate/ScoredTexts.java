package dev.assay.detectors.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.corpus.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Scored texts to evaluate. */
final class ScoredTexts {
    private ScoredTexts() {}

    /** Each text its own document. */
    static List<ScoredLabel> of(double[] humans, double[] machines) {
        List<ScoredLabel> texts = new ArrayList<>();
        for (int i = 0; i < humans.length; i++) {
            texts.add(text("human " + i, Label.HUMAN, humans[i]));
        }
        for (int i = 0; i < machines.length; i++) {
            texts.add(text("machine " + i, Label.MACHINE, machines[i]));
        }
        return texts;
    }

    /** A published result: the i-th human and the i-th machine text are of one document. */
    static List<ScoredLabel> pairs(JsonNode result) {
        List<ScoredLabel> texts = new ArrayList<>();
        for (int i = 0; i < result.get("real").size(); i++) {
            texts.add(text("pair " + i, Label.HUMAN, result.get("real").get(i).asDouble()));
        }
        for (int i = 0; i < result.get("llm").size(); i++) {
            texts.add(text("pair " + i, Label.MACHINE, result.get("llm").get(i).asDouble()));
        }
        return texts;
    }

    private static ScoredLabel text(String document, Label label, double score) {
        return ScoredLabel.of(DocumentIdentity.of(document), label, OptionalDouble.of(score));
    }
}
