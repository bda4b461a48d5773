package dev.assay.streams.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import java.util.List;
import java.util.Locale;

/** The texts of the sample stream whose author it names, the odd ones left out: what is measured on where nobody gives texts. */
public final class SampleTexts {
    private SampleTexts() {}

    /** All of them, in the order of the stream. */
    public static List<LabelledText> labelled() {
        return new SampleStream()
                .lines().stream()
                        .filter(line -> line.hasNonNull("author"))
                        .map(SampleTexts::text)
                        .toList();
    }

    private static LabelledText text(JsonNode line) {
        String text = line.get("text").textValue();
        Label label = Label.valueOf(line.get("label").textValue().toUpperCase(Locale.ROOT));
        return new LabelledText(
                line.get("id").textValue(),
                text,
                label,
                DocumentIdentity.of(text),
                line.path("domain").textValue(),
                null,
                null,
                null,
                null);
    }
}
