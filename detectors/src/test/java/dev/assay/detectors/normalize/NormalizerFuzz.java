package dev.assay.detectors.normalize;

import dev.assay.detectors.language.Prose;
import dev.assay.fuzz.FuzzBudget;
import java.nio.charset.StandardCharsets;

/** Any text: normalizing twice is normalizing once, and the way back stays inside the original. */
public final class NormalizerFuzz {
    private NormalizerFuzz() {}

    /** Two bytes a UTF-16 unit where the first byte is odd, else UTF-8. */
    public static void fuzzerTestOneInput(byte[] input) {
        boolean units = input.length > 0 && input[0] % 2 != 0;
        String text = new String(input, units ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
        FuzzBudget.spend(MalformedTextException.class, () -> check(TextNormalizer.normalize(text)));
    }

    private static void check(NormalizedText once) {
        Prose.is(once.text());
        if (!TextNormalizer.normalize(once.text()).text().equals(once.text())) {
            throw new AssertionError("normalizing twice changes it");
        }
        int last = 0;
        for (int i = 0; i < once.text().length(); i++) {
            int start = once.starts()[i];
            int end = once.ends()[i];
            if (start < last || end <= start || end > once.original().length()) {
                throw new AssertionError("unit " + i + " comes from " + start + " to " + end);
            }
            last = start;
        }
    }
}
