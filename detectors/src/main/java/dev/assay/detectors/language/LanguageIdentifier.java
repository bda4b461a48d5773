package dev.assay.detectors.language;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Identifies a text's language by its letter n-grams (library language-detector, 71 languages). The library samples n-grams at random;
 * with its generator seeded anew for every text the result is a function of the text alone. Thread-safe.
 */
public final class LanguageIdentifier {
    private static final int READS = 2_000; // UTF-16 units; more change nothing and cost time
    private static final double CONFIDENCE = 0.6;
    private static final long SEED = 1L;

    private final LanguageDetector detector;

    private LanguageIdentifier(LanguageDetector detector) {
        this.detector = detector;
    }

    /** One identifier for the whole program: its n-gram tables take some 70 MB of heap and are read at first use. */
    public static LanguageIdentifier shared() {
        return Shared.INSTANCE;
    }

    /** ISO 639-1 code of the language that {@code text} is in with probability of at least {@value #CONFIDENCE}. */
    public Optional<String> identify(String text) {
        List<DetectedLanguage> languages = detector.getProbabilities(beginning(text));
        return languages.stream()
                .filter(language -> language.getProbability() >= CONFIDENCE)
                .findFirst()
                .map(language -> language.getLocale().getLanguage());
    }

    private static String beginning(String text) {
        if (text.length() <= READS) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(READS - 1)) ? READS - 1 : READS);
    }

    /** Read once, when first asked for. */
    private static final class Shared {
        private static final LanguageIdentifier INSTANCE = new LanguageIdentifier(build());

        private static LanguageDetector build() {
            try {
                return LanguageDetectorBuilder.create(NgramExtractors.standard())
                        .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                        .seed(SEED)
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException("the language profiles cannot be read from the class path", e);
            }
        }
    }
}
