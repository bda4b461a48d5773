package dev.assay.connectors;

import dev.assay.fuzz.FuzzBudget;
import java.nio.charset.StandardCharsets;

/** Any HTML. */
public final class HtmlFuzz {
    private HtmlFuzz() {}

    /** UTF-8. */
    public static void fuzzerTestOneInput(byte[] input) {
        String html = new String(input, StandardCharsets.UTF_8);
        FuzzBudget.spend(RefusedHtml.class, () -> HtmlText.of(html));
    }

    /** There is none. */
    private static final class RefusedHtml extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
