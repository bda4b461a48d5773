package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokenizers rebuilt from a dozen tokens, with ids that can be found by hand. */
class TokenizerTest {
    // 0 control, then bytes as byte-level BPE spells them (Ġ is a space), then merged tokens.
    private static final List<String> TOKENS = List.of(
            "<|endoftext|>", "<", "|", ">", "e", "n", "d", "o", "f", "t", "x", "Ġ", "1", "2", "12", "en", "end", "Ġ1");
    private static final List<String> MERGES = List.of("1 2", "e n", "en d", "Ġ 1");

    @TempDir
    Path folder;

    private int[] ids(String json, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), json);
        try (TestTokenizer tokenizer = new TestTokenizer(file)) {
            return tokenizer.ids(text);
        }
    }

    private static Vocabulary vocabulary(List<String> tokens) {
        List<Integer> kinds = new ArrayList<>(Collections.nCopies(tokens.size(), Vocabulary.NORMAL));
        kinds.set(0, Vocabulary.CONTROL);
        return new Vocabulary(tokens, kinds);
    }

    private static String bytes(String preTokenizer) {
        return ByteLevelBpe.json(vocabulary(TOKENS), MERGES, preTokenizer);
    }

    @Test
    void mergesInOrderOfRank() throws IOException {
        assertThat(ids(bytes("gpt-2"), "end12")).containsExactly(16, 14);
    }

    @Test
    void smollmCutsDigitsOneByOneBeforeTheWords() throws IOException {
        assertThat(ids(bytes("smollm"), "end 12")).containsExactly(16, 11, 12, 13);
        assertThat(ids(bytes("gpt-2"), "end 12"))
                .as("the plain cut merges the digits")
                .containsExactly(16, 11, 14);
    }

    @Test
    void aTextThatSpellsAControlTokenStaysText() throws IOException {
        assertThat(ids(bytes("smollm"), "<|endoftext|>")).containsExactly(1, 2, 16, 7, 8, 9, 4, 10, 9, 2, 3);
    }

    @Test
    void aUserDefinedTokenIsCutOutOfTheText() throws IOException {
        Vocabulary plain = vocabulary(TOKENS);
        List<Integer> kinds = new ArrayList<>(plain.kinds());
        kinds.set(16, Vocabulary.USER_DEFINED); // "end", whose merges are gone
        String json = ByteLevelBpe.json(new Vocabulary(TOKENS, kinds), List.of(), "gpt-2");
        assertThat(ids(json, "xende")).containsExactly(10, 16, 4);
    }

    @Test
    void neitherTruncatesNorPads() throws IOException {
        assertThat(ids(bytes("smollm"), "12".repeat(1_000))).hasSize(2_000);
    }

    @Test
    void refusesAnUnknownCutByName() {
        assertThatThrownBy(() -> bytes("tekken"))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("\"tekken\"")
                .hasMessageContaining("smollm or gpt-2");
    }

    @Test
    void sentencePieceMergesTheBestScoredPieceFirst() throws IOException {
        // "▁ab": a+b (score −1) goes before ▁+a (−2), though ▁a stands further left
        Vocabulary vocabulary = vocabulary(List.of("<unk>", "\u2581", "a", "b", "\u2581a", "ab", "\u2581b"));
        List<Float> scores = List.of(0f, -9f, -9f, -9f, -2f, -1f, -3f);
        String json = SentencePiece.json(vocabulary, scores, true);
        assertThat(ids(json, "ab b")).containsExactly(1, 5, 6);
        assertThat(ids(SentencePiece.json(vocabulary, scores, false), "ab b")).containsExactly(5, 6);
    }

    @Test
    void sentencePieceFallsBackToBytes() throws IOException {
        Path committed = StoriesBundleTest.COMMITTED.resolve(Bundle.TOKENIZER);
        try (TestTokenizer tokenizer = new TestTokenizer(committed)) {
            assertThat(tokenizer.ids("\u6f22")).endsWith(3 + 0xe6, 3 + 0xbc, 3 + 0xa2);
            assertThat(tokenizer.ids("<s>")).as("no control token").doesNotContain(1);
        }
    }
}
