package dev.assay.detectors.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The shortest ISO 639 code of a language: 639-1 where it has one, else its 639-3 code. */
final class LanguageCodes {
    /** Languages that 639-1 knows as part of a larger one, under which users expect them. */
    private static final Map<String, String> PARTS = Map.of(
            "cmn", "zh", // Mandarin of Chinese
            "ekk", "et",
            "lvs", "lv",
            "nno", "no",
            "nob", "no",
            "pes", "fa",
            "plt", "mg");

    private static final Map<String, String> CODES = codes();

    private LanguageCodes() {}

    /** The code for {@code iso3}, a lower-case ISO 639-3 code. */
    static String shortest(String iso3) {
        return CODES.getOrDefault(iso3, iso3);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            Locale locale = Locale.forLanguageTag(code); // iw, in and ji become he, id and yi
            codes.put(locale.getISO3Language(), locale.getLanguage());
        }
        codes.putAll(PARTS);
        return Map.copyOf(codes);
    }
}
