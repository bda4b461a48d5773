package dev.assay.detectors.tokenize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.normalize.NormalizedText;
import dev.assay.detectors.normalize.TextNormalizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The 1 MB model's tokenizer, of the SentencePiece kind, and a small byte-level one of the shape that an import writes. */
class DjlTokenizerTest {
    private static final Path STORIES =
            Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K/tokenizer.json");
    private static final List<String> TEXTS = List.of(
            "Once upon a time",
            "a",
            "\u2581 real mark \u2581\u2581",
            "x  two spaces",
            "emoji 👩\u200d👩\u200d👧 🇫🇷 split over tokens",
            "e\u0301 combining a\u0302\u0323 marks",
            "漢字かな交じり文 한국어",
            "null \u0000 and \u007f",
            "<s> </s> <|endoftext|> <|im_start|> <0xE2>");

    static List<String> texts() {
        return TEXTS;
    }

    private static NormalizedText asItIs(String text) {
        return new NormalizedText(text, text, new int[0], new int[0], null);
    }

    private static void assertCovers(Tokens tokens, String text) {
        assertThat(tokens.byteStarts()[0]).isZero();
        assertThat(tokens.byteEnds()[tokens.count() - 1]).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        for (int i = 1; i < tokens.count(); i++) {
            assertThat(tokens.byteStarts()[i]).isEqualTo(tokens.byteEnds()[i - 1]);
            assertThat(tokens.byteEnds()[i]).isGreaterThanOrEqualTo(tokens.byteStarts()[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void offsetsCoverTheBytesWithASpacePrefix(String text) {
        try (DjlTokenizer tokenizer = DjlTokenizer.open(STORIES)) {
            assertCovers(tokenizer.tokenize(asItIs(text)), text);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void offsetsCoverTheBytesAtByteLevel(String text) {
        try (DjlTokenizer tokenizer = ByteLevelFixture.open()) {
            assertCovers(tokenizer.tokenize(asItIs(text)), text);
        }
    }

    @Test
    void thePrefixHasNoWidthAndASpaceHasOne() {
        try (DjlTokenizer tokenizer = DjlTokenizer.open(STORIES)) {
            Tokens tokens = tokenizer.tokenize(asItIs("Once upon"));
            assertThat(tokens.ids()).containsExactly(403, 407);
            assertThat(tokens.byteEnds()).containsExactly(4, 9);
        }
    }

    @Test
    void tokensInsideACharacterHaveTheirOwnBytes() {
        try (DjlTokenizer tokenizer = DjlTokenizer.open(STORIES)) {
            Tokens tokens = tokenizer.tokenize(asItIs("🦜"));
            // A prefix token without width, then four single bytes.
            assertThat(tokens.byteEnds()).containsExactly(0, 1, 2, 3, 4);
        }
    }

    @Test
    void aTextOfThousandsOfTokensKeepsThemAll() {
        String text = "the cat sat on the mat ".repeat(400).strip();
        try (DjlTokenizer tokenizer = DjlTokenizer.open(STORIES)) {
            Tokens tokens = tokenizer.tokenize(asItIs(text));
            assertThat(tokens.count()).isGreaterThan(2_000);
            assertCovers(tokens, text);
        }
    }

    @Test
    void nothingIsAddedToAnEmptyText() {
        try (DjlTokenizer tokenizer = DjlTokenizer.open(STORIES)) {
            assertThat(tokenizer.tokenize(asItIs("")).count()).isZero();
        }
        try (DjlTokenizer tokenizer = ByteLevelFixture.open()) {
            assertThat(tokenizer.tokenize(asItIs("")).count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0301\u0302", "word ", "x", "漢"})
    void veryLongTextsAreTaken(String piece) {
        String text = piece.repeat(25_000).strip();
        for (DjlTokenizer tokenizer : List.of(DjlTokenizer.open(STORIES), ByteLevelFixture.open())) {
            try (tokenizer) {
                assertCovers(tokenizer.tokenize(asItIs(text)), text);
            }
        }
    }

    @Test
    void manyThreadsGetTheSameTokens() {
        try (DjlTokenizer tokenizer = ByteLevelFixture.open()) {
            List<int[]> alone =
                    TEXTS.stream().map(t -> tokenizer.tokenize(asItIs(t)).ids()).toList();
            IntStream.range(0, 200)
                    .parallel()
                    .forEach(i -> assertThat(tokenizer
                                    .tokenize(asItIs(TEXTS.get(i % TEXTS.size())))
                                    .ids())
                            .isEqualTo(alone.get(i % TEXTS.size())));
        }
    }

    @Test
    void aLoneSurrogateIsATokenizationFaultThatQuotesNothing() {
        try (DjlTokenizer tokenizer = DjlTokenizer.open(STORIES)) {
            assertThatThrownBy(() -> tokenizer.tokenize(asItIs("secret \ud800 word")))
                    .isInstanceOf(TokenizationException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void normalizedTextIsTakenAsItIs() {
        NormalizedText text = TextNormalizer.normalize("A\u00a0 ﬁne   text");
        try (DjlTokenizer tokenizer = DjlTokenizer.open(STORIES)) {
            assertCovers(tokenizer.tokenize(text), text.text());
        }
    }

    @Test
    void aFileThatIsNoTokenizerIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), "{\"model\":{\"type\":\"WordLevel\"}}");
        assertThatThrownBy(() -> DjlTokenizer.open(file)).hasMessageContaining(file.toString());
    }

    @Test
    void aFileThatIsCutIsNamedInOneLine(@TempDir Path folder) throws IOException {
        for (String content :
                List.of("{\"", "", "null", "{\"model\":{\"byte_fallback\":true,\"vocab\":{\"a\":2147483647}}}")) {
            Path file = Files.writeString(folder.resolve("tokenizer.json"), content);
            assertThatThrownBy(() -> DjlTokenizer.open(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll(file.toString(), "import the model again")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void theLibraryReportsToNobody() {
        try (DjlTokenizer opened = DjlTokenizer.open(STORIES)) {
            assertThat(opened).isNotNull();
            assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
            assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
        }
    }
}
